#include "common/learn/commands/commands.hpp"

#include "common/learn/show.hpp"
#include "common/learn/verdicts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

namespace learn
{

namespace
{

std::vector<Judged> all_known(const Desk& desk)
{
    std::vector<Judged> all;
    for (const Exercise& exercise : desk.exercises)
        all.push_back({exercise, Outcome{.state = known_state(exercise, desk.places)}});
    return all;
}

/// What the letters mean that occur, beside the obvious x.
std::string legend(const std::vector<Judged>& all)
{
    std::string text;
    for (const State state : {State::wrong, State::crashed, State::unchecked}) {
        const char letter = letter_for(state);
        const bool occurs =
            std::ranges::any_of(all, [&](const Judged& judged) { return letter_for(judged.outcome.state) == letter; });
        if (!occurs) continue;
        const std::string words = state == State::crashed ? "does not compile or run" : words_for(state);
        text += fmt::format("{}{} {}", text.empty() ? "" : "   ", letter, words);
    }
    return text.empty() ? text : text + "\n";
}

}  // namespace

int list(const Desk& desk)
{
    const std::vector<Judged> all = all_known(desk);
    for (const Chapter& chapter : desk.chapters) {
        fmt::print("[{}] {:>2}  {:<20} {}\n", desk.progress.has_run(chapter.name) ? 'x' : ' ', chapter.number,
                   chapter.short_name(), chapter.idea);
        for (const Judged& judged : all) {
            if (judged.exercise.chapter == chapter.name) fmt::print("  {}", line_for(judged, judged.exercise.title));
        }
    }
    fmt::print("\n{}{}", bar_for(all), legend(all));
    return fine;
}

}  // namespace learn
