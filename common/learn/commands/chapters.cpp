#include "common/learn/commands/commands.hpp"

#include "common/learn/blas_core.hpp"
#include "common/learn/build.hpp"
#include "common/learn/process.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace learn
{

namespace
{

/// Run a chapter's program, which is built, and remember that it was run.
int show(const Chapter& chapter, Desk& desk, const std::vector<std::string>& arguments = {})
{
    choose_blas_core();
    std::vector<std::string> command = {(desk.places.build / "chapters" / chapter.name).string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::fflush(stdout);
    const int result = run(command);
    if (result == fine) desk.progress.remember_run(chapter.name);
    return result;
}

int very_first_time(Desk& desk)
{
    const Chapter& first = desk.chapters.front();
    fmt::print("Dot by Dot: attention in C++, one piece at a time.\n\nThis is what chapter 1 prints:\n");
    build(desk.places.build, {first.name});
    const int result = show(first, desk);
    if (result != fine) return result;
    fmt::print("\nIts lesson:  chapters/{}/README.md\nThen:        ./learn        where you are, what is next\n",
               first.name);
    return fine;
}

}  // namespace

int run_chapter(Desk& desk, const std::string& name, const std::vector<std::string>& arguments)
{
    const Chapter& chapter = find_chapter(desk.chapters, name);
    build(desk.places.build, {chapter.name});
    const int result = show(chapter, desk, arguments);
    if (result == fine) fmt::print(stderr, "\nThe lesson: chapters/{}/README.md\n", chapter.name);
    return result;
}

int tour(Desk& desk)
{
    const auto& chapters = desk.chapters;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const Chapter& chapter = chapters[i];
        const bool is_first = i == 0;
        // The first is shown as soon as it can be. Of the others two are built together, one for each of two processors.
        if (is_first) build(desk.places.build, {chapter.name});
        if (i % 2 == 1)
            build(desk.places.build, i + 1 < chapters.size() ? std::vector{chapter.name, chapters[i + 1].name}
                                                             : std::vector{chapter.name});
        fmt::print("{}==== Chapter {}: {} ====\n", is_first ? "" : "\n", chapter.number, chapter.title);
        const int result = show(chapter, desk);
        if (result != fine) return result;
    }
    return fine;
}

int where_you_are(Desk& desk)
{
    const auto& chapters = desk.chapters;
    const auto is_next = [&](const Chapter& chapter) { return !desk.progress.has_run(chapter.name); };
    const auto run_count = std::ranges::count_if(chapters, std::not_fn(is_next));
    if (run_count == 0) return very_first_time(desk);

    fmt::print("You have run {} of {} chapters.\n\n", run_count, chapters.size());
    const auto next = std::ranges::find_if(chapters, is_next);
    if (next != chapters.end()) {
        fmt::print("Next:  chapter {}, {}\n       {}\n\n  its lesson     chapters/{}/README.md\n"
                   "  its program    ./learn run {}\n",
                   next->number, next->title, next->idea, next->name, next->number);
    } else {
        fmt::print("That was the last one. Change a number in a chapter's main.cpp and run it again.\n\n");
    }
    if (const Exercise* exercise = next_exercise(desk)) {
        fmt::print("  your exercise  {} {}\n                 {}, checked at every save: ./learn watch\n",
                   exercise->numbers(), exercise->title, exercise->answer().string());
    }
    fmt::print("\nAlso:  ./learn list    chapters and exercises, and how you are doing\n"
               "       ./learn tour    every chapter's program, in order\n"
               "       ./learn --help  the other commands\n");
    return fine;
}

}  // namespace learn
