#include "common/learn/outcome.hpp"

#include <array>
#include <cstddef>

namespace learn
{

namespace
{

struct Words {
    State state;
    const char* name;
    const char* words;
    char letter;
};

constexpr std::array<Words, 7> all_words = {{{State::solved, "solved", "solved", 'x'},
                                             {State::wrong, "wrong", "not right yet", '~'},
                                             {State::not_started, "not_started", "not started yet", ' '},
                                             {State::does_not_compile, "does_not_compile", "does not compile yet", '!'},
                                             {State::crashed, "crashed", "it stopped halfway", '!'},
                                             {State::timed_out, "timed_out", "it did not finish", '!'},
                                             {State::unchecked, "unchecked", "changed, not checked yet", '?'}}};

const Words& words_of(State state) { return all_words.at(static_cast<std::size_t>(state)); }

}  // namespace

std::string name_of(State state) { return words_of(state).name; }

std::string words_for(State state) { return words_of(state).words; }

char letter_for(State state) { return words_of(state).letter; }

std::optional<State> state_named(const std::string& name)
{
    for (const Words& words : all_words) {
        if (name == words.name) return words.state;
    }
    return std::nullopt;
}

}  // namespace learn
