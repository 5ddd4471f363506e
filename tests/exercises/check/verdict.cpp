#include "tests/exercises/check/verdict.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace check
{

namespace
{

constexpr std::size_t text_width = 76;
constexpr std::size_t most_lines = 20;
constexpr std::size_t most_lines_of_message = 6;

/// What a state is called: in a report, and to a learner.
struct Words {
    const char* name;
    const char* sentence;
};

Words words_for(State state)
{
    switch (state) {
    case State::running: return {"running", "it did not finish"};
    case State::solved: return {"solved", "solved"};
    case State::wrong: return {"wrong", "not right yet"};
    case State::not_started: return {"not_started", "not started yet"};
    case State::crashed: return {"crashed", "it stopped halfway"};
    }
    return {};
}

template <typename Item>
nlohmann::json or_null(const std::optional<Item>& item)
{
    return item ? nlohmann::json(*item) : nlohmann::json();
}

/// A text in lines that are not too long, broken at spaces; a text that goes on and on is cut.
std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (word.size() > text_width) word = word.substr(0, text_width - 3) + "...";
        if (!lines.empty() && lines.back().size() + 1 + word.size() <= text_width) {
            lines.back() += " " + word;
        } else if (lines.size() < most_lines_of_message) {
            lines.push_back(word);
        } else {
            lines.back() = lines.back().substr(0, text_width - 4) + " ...";
            break;
        }
    }
    return lines;
}

std::string shortened(const std::string& call)
{
    return call.size() <= text_width ? call : call.substr(0, text_width - 4) + " ...";
}

std::string command_to_run_again(const Verdict& verdict, const std::string& exercise)
{
    const std::string name = exercise.substr(exercise.find('/') + 1);
    return verdict.seed ? fmt::format("Again: CHECK_SEED={} ./learn check {}", *verdict.seed, name)
                        : "Again: ./learn check " + name;
}

std::string coloured(const std::string& text, State state)
{
    return (state == State::solved ? "\033[32m" : "\033[33m") + text + "\033[0m";
}

}  // namespace

std::size_t room_for_picture(const Verdict& verdict)
{
    constexpr std::size_t others = 7;  // the first line, the call, the command, and four blank lines
    return most_lines - others - std::max<std::size_t>(lines_of(verdict.message).size(), 1);
}

std::string text_of(const Verdict& verdict, const std::string& exercise, bool colour)
{
    const std::string state = words_for(verdict.state).sentence;
    std::string text = exercise + ": " + (colour ? coloured(state, verdict.state) : state) + "\n";
    if (verdict.state == State::solved) return text;

    text += "\n";
    for (const std::string& line : lines_of(verdict.message)) text += "  " + line + "\n";
    if (!verdict.call.empty()) text += "\n  " + shortened(verdict.call) + "\n";
    if (!verdict.picture.empty()) text += "\n";
    for (const std::string& line : verdict.picture) text += line + "\n";
    return text + "\n  " + command_to_run_again(verdict, exercise) + "\n";
}

std::string json_of(const Verdict& verdict, const std::string& text)
{
    const nlohmann::json diagnosis = verdict.diagnosis.empty() ? nlohmann::json() : nlohmann::json(verdict.diagnosis);
    const nlohmann::json report = {{"state", words_for(verdict.state).name},
                                   {"diagnosis", diagnosis},
                                   {"message", verdict.message},
                                   {"call", verdict.call},
                                   {"expected_shape", or_null(verdict.expected_shape)},
                                   {"actual_shape", or_null(verdict.actual_shape)},
                                   {"first_difference", or_null(verdict.first_difference)},
                                   {"seed", or_null(verdict.seed)},
                                   {"text", text}};
    return report.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace check
