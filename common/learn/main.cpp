/// \file
/// The program behind ./learn: shows chapters and runs them. The script at the top of the project has set up the rest.

#include "common/learn/build.hpp"
#include "common/learn/chapter.hpp"
#include "common/learn/exercise.hpp"
#include "common/learn/process.hpp"
#include "common/learn/progress.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <thread>

namespace learn
{

namespace
{

// What a command's exit code says. 1, "not solved", comes from checks and tests.
constexpr int fine = 0;
constexpr int wrong_usage = 2;
constexpr int something_broken = 3;

const std::filesystem::path project_folder = PROJECT_FOLDER;
const std::filesystem::path build_folder = BUILD_FOLDER;

/// Where progress is kept: in the project, unless LEARN_STATE names another folder.
std::filesystem::path state_folder()
{
    const char* elsewhere = std::getenv("LEARN_STATE");
    return elsewhere != nullptr ? std::filesystem::path(elsewhere) : project_folder / ".learn";
}

/// Build a chapter's program, run it, and remember that it was run.
int show(const Chapter& chapter, Progress& progress, const std::vector<std::string>& arguments = {})
{
    build(build_folder, chapter.name);
    std::vector<std::string> command = {(build_folder / "chapters" / chapter.name).string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::fflush(stdout);
    const int result = run(command);
    if (result == fine) progress.remember_run(chapter.name);
    return result;
}

/// `./learn run N`: one chapter's program.
int run_chapter(const std::vector<Chapter>& chapters, Progress& progress, const std::string& name,
                const std::vector<std::string>& arguments)
{
    const Chapter& chapter = find_chapter(chapters, name);
    const int result = show(chapter, progress, arguments);
    if (result == fine) fmt::print(stderr, "\nThe lesson: chapters/{}/README.md\n", chapter.name);
    return result;
}

/// `./learn tour`: every chapter's program, in order.
int tour(const std::vector<Chapter>& chapters, Progress& progress)
{
    for (const Chapter& chapter : chapters) {
        fmt::print("{}==== Chapter {}: {} ====\n", &chapter == &chapters.front() ? "" : "\n", chapter.number,
                   chapter.title);
        const int result = show(chapter, progress);
        if (result != fine) return result;
    }
    return fine;
}

/// `./learn list`: the chapters, and which you have run.
int list(const std::vector<Chapter>& chapters, const Progress& progress)
{
    for (const Chapter& chapter : chapters) {
        fmt::print("[{}] {:>2}  {:<20} {}\n", progress.has_run(chapter.name) ? 'x' : ' ', chapter.number,
                   chapter.name.substr(3), chapter.idea);
    }
    return fine;
}

/// `./learn` alone: where you are, what is next; the very first time, chapter 1 itself.
int where_you_are(const std::vector<Chapter>& chapters, Progress& progress)
{
    const auto is_next = [&](const Chapter& chapter) { return !progress.has_run(chapter.name); };
    const auto next = std::find_if(chapters.begin(), chapters.end(), is_next);
    const auto run_count =
        chapters.size() - static_cast<std::size_t>(std::count_if(chapters.begin(), chapters.end(), is_next));
    if (run_count == 0) {
        fmt::print("Dot by Dot: attention in C++, one piece at a time.\n\nThis is what chapter 1 prints:\n");
        const int result = show(chapters.front(), progress);
        if (result != fine) return result;
        fmt::print("\nIts lesson:  chapters/{}/README.md\nThen:        ./learn        where you are, what is next\n",
                   chapters.front().name);
        return fine;
    }
    fmt::print("You have run {} of {} chapters.\n\n", run_count, chapters.size());
    if (next != chapters.end()) {
        fmt::print(
            "Next:  chapter {}, {}\n       {}\n\n  its lesson   chapters/{}/README.md\n  its program  ./learn run {}\n",
            next->number, next->title, next->idea, next->name, next->number);
    } else {
        fmt::print("That was the last one. Change a number in a chapter's main.cpp and run it again.\n");
    }
    fmt::print("\nAlso:  ./learn list    all chapters\n       ./learn tour    every chapter's program, in order\n"
               "       ./learn test    the tutorial's own tests\n");
    return fine;
}

/// `./learn check NAME`: what is right and what is wrong with an exercise.
int check_exercise(const std::string& name)
{
    const std::vector<Exercise> exercises = read_exercises(project_folder / "exercises");
    return check(find_exercise(exercises, name), project_folder, build_folder.parent_path() / "check");
}

/// `./learn test`: build everything, then let ctest report.
int test()
{
    build(build_folder, "all");
    const unsigned jobs = std::max(std::thread::hardware_concurrency(), 1U);
    std::fflush(stdout);
    become({"ctest", "--test-dir", build_folder.string(), "--output-on-failure", "-j", std::to_string(jobs)});
}

/// Refuse a word that is no command with the nearest one that is.
void require_command(const CLI::App& app, const std::string& word)
{
    std::string nearest;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        const std::string& name = command->get_name();
        if (name == word) return;
        if (nearest.empty() || edit_distance(word, name) < edit_distance(word, nearest)) nearest = name;
    }
    throw NoSuchName(
        fmt::format("there is no command '{}'; did you mean {}?  (./learn --help lists them)", word, nearest));
}

int command_line(int argc, char** argv)
{
    CLI::App app{"Dot by Dot: attention in C++, one piece at a time.\n\n"
                 "Without a command: where you are, and what is next.",
                 "./learn"};
    app.require_subcommand(0, 1);
    app.footer(
        "Any command first installs what is missing; --no-install only says what that is.\n"
        "Exit codes: 0 fine, 1 not solved or a test failed, 2 wrong usage, 3 something outside is missing or broken.");

    std::string name;
    std::vector<std::string> arguments;
    CLI::App* tour_command = app.add_subcommand("tour", "every chapter's program, in order");
    CLI::App* run_command = app.add_subcommand("run", "one chapter's program:  ./learn run 2  or  ./learn run softmax");
    run_command->add_option("N", name, "the chapter: 2, 02, softmax or 02_softmax")->required();
    run_command->add_option("ARGS", arguments, "after --, arguments for the program");
    CLI::App* list_command = app.add_subcommand("list", "the chapters, and which you have run");
    CLI::App* check_command = app.add_subcommand("check", "an exercise:  ./learn check temperature");
    std::string exercise;
    check_command->add_option("NAME", exercise, "its file's name, without .cpp")->required();
    CLI::App* test_command = app.add_subcommand("test", "the tutorial's own tests");
    if (argc > 1 && argv[1][0] != '-') require_command(app, argv[1]);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? fine : wrong_usage;
    }

    if (test_command->parsed()) return test();
    if (check_command->parsed()) return check_exercise(exercise);
    const std::vector<Chapter> chapters = read_chapters(project_folder / "chapters");
    Progress progress(state_folder() / "progress.json");
    if (tour_command->parsed()) return tour(chapters, progress);
    if (run_command->parsed()) return run_chapter(chapters, progress, name, arguments);
    if (list_command->parsed()) return list(chapters, progress);
    return where_you_are(chapters, progress);
}

}  // namespace

}  // namespace learn

int main(int argc, char** argv)
{
    try {
        return learn::command_line(argc, argv);
    } catch (const learn::NoSuchName& error) {
        fmt::print(stderr, "learn: {}\n", error.what());
        return learn::wrong_usage;
    } catch (const std::exception& error) {
        fmt::print(stderr, "learn: {}\n", error.what());
        return learn::something_broken;
    }
}
