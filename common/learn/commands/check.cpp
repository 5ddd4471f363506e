#include "common/learn/commands/commands.hpp"

#include "common/catalogue/exercise.hpp"
#include "common/catalogue/files.hpp"
#include "common/learn/checker.hpp"
#include "common/learn/report.hpp"
#include "common/learn/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace learn
{

namespace
{

/// The exercises of a chapter, where the word stands for a chapter rather than for an exercise.
std::vector<Exercise> exercises_of_chapter(const Desk& desk, const std::string& what)
{
    const Chapter* chapter = chapter_named(desk.chapters, what);
    if (chapter == nullptr) return {};
    std::vector<Exercise> chosen = catalogue::those_of(chapter->name, desk.exercises);
    if (chosen.empty()) throw NoSuchName(fmt::format("chapter {} has no exercises", chapter->number));
    return chosen;
}

/// What a learner means by `temperature`, `2.1`, `2`, `softmax`, `--all`, or nothing at all.
std::vector<Exercise> chosen_exercises(const Desk& desk, const CheckOptions& options)
{
    if (options.all) return desk.exercises;
    if (options.what.empty()) {
        const Exercise* next = next_exercise(desk);
        return next != nullptr ? std::vector<Exercise>{*next} : std::vector<Exercise>{};
    }
    if (const Exercise* exercise = exercise_named(desk.exercises, options.what)) return {*exercise};
    std::vector<Exercise> chosen = exercises_of_chapter(desk, options.what);
    if (chosen.empty()) chosen.push_back(find_exercise(desk.exercises, options.what));  // which suggests a name
    return chosen;
}

std::vector<Judged> judge(const std::vector<Exercise>& exercises, const Places& places)
{
    std::vector<Judged> judged;
    const std::vector<Outcome> outcomes = check(exercises, places);
    for (std::size_t i = 0; i < exercises.size(); ++i) judged.push_back({exercises[i], outcomes[i]});
    return judged;
}

void show_one(const Judged& judged, const Desk& desk, bool full)
{
    fmt::print("{}", verdict_text(judged.outcome, full));
    if (judged.outcome.state != State::solved) return;
    fmt::print("\n  Compare yours with ours: ./learn solution {}\n", judged.exercise.name);
    fmt::print("{}", next_after(desk, judged.exercise));
}

/// A line each, and the first verdict that helps to go on.
void show_several(const std::vector<Judged>& all)
{
    for (const Judged& judged : all) {
        const Outcome& outcome = judged.outcome;
        const bool is_begun = outcome.state != State::solved && outcome.state != State::not_started;
        fmt::print("{}", line_for(judged, is_begun ? outcome.message : words_for(outcome.state)));
    }
    fmt::print("\n{}", bar_for(all));
    const auto first = std::ranges::find_if(all, [](const Judged& judged) {
        return judged.outcome.state != State::solved && judged.outcome.state != State::not_started;
    });
    if (first != all.end()) fmt::print("\n{}", verdict_text(first->outcome));
}

}  // namespace

int check_exercises(Desk& desk, const CheckOptions& options)
{
    const std::vector<Exercise> exercises = chosen_exercises(desk, options);
    const std::vector<Judged> all = judge(exercises, desk.places);
    if (all.size() == 1) desk.progress.remember_current(all.front().exercise.id());
    if (!options.junit.empty()) catalogue::write(options.junit, report_as_junit(all));

    if (options.as_json) {
        fmt::print("{}\n", report_as_json(all));
    } else if (all.empty()) {
        fmt::print("All {} exercises are solved.\n", desk.exercises.size());
    } else if (all.size() == 1) {
        show_one(all.front(), desk, options.full);
    } else {
        show_several(all);
    }
    const bool is_broken =
        std::ranges::any_of(all, [](const Judged& judged) { return judged.outcome.diagnosis == "environment"; });
    if (is_broken) return something_broken;
    return count_solved(all) == all.size() ? fine : not_solved;
}

}  // namespace learn
