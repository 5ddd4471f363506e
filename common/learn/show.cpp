#include "common/learn/show.hpp"

#include "common/learn/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

namespace learn
{

namespace
{

/// The words for the state stand in the first line; on a terminal they stand out.
std::string coloured(std::string text, State state)
{
    const std::string words = ": " + words_for(state);
    const std::size_t at = text.substr(0, text.find('\n')).find(words);
    if (!in_colour() || at == std::string::npos) return text;
    const char* colour = state == State::solved ? "\033[32m" : "\033[33m";
    return text.replace(at, words.size(), fmt::format(": {}{}\033[0m", colour, words.substr(2)));
}

}  // namespace

std::string verdict_text(const Outcome& outcome, bool full)
{
    constexpr std::size_t most_printed = 10;
    std::string text;
    if (!outcome.printed.empty()) {
        text += "Your code printed:\n" + indented(first_lines(outcome.printed, full ? 10000 : most_printed)) + "\n";
    }
    text += coloured(outcome.text, outcome.state);
    if (outcome.everything.empty() || (!full && outcome.state == State::does_not_compile)) return text;
    return full ? text + "\nThe full message:\n" + indented(outcome.everything)
                : text + "  For the full message, add --full\n";
}

std::string line_for(const Judged& judged, const std::string& remark)
{
    constexpr std::size_t room = 47;
    const bool fits = remark.size() <= room;
    return fmt::format("[{}] {:>5} {:<22} {}\n", letter_for(judged.outcome.state), judged.exercise.numbers(),
                       judged.exercise.name, fits ? remark : remark.substr(0, room - 4) + " ...");
}

std::size_t count_solved(const std::vector<Judged>& all)
{
    const auto is_solved = [](const Judged& judged) { return judged.outcome.state == State::solved; };
    return static_cast<std::size_t>(std::ranges::count_if(all, is_solved));
}

std::string bar_for(const std::vector<Judged>& all)
{
    const std::size_t solved = count_solved(all);
    return fmt::format("{}  {} of {} exercises solved\n", progress_bar(solved, all.size()), solved, all.size());
}

}  // namespace learn
