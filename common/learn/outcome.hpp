/// \file
/// What became of an exercise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace learn
{

/// `unchecked` is what was changed since it was checked last: a list does not check, it remembers.
enum class State { solved, wrong, not_started, does_not_compile, crashed, timed_out, unchecked };

/// What a state is called in reports: `does_not_compile`.
std::string name_of(State state);

/// What it is called to a learner: `does not compile yet`.
std::string words_for(State state);

/// The state that name_of calls by a name; nothing where there is none.
std::optional<State> state_named(const std::string& name);

/// One letter for lists: `x` solved, a space where nothing was begun, and so on.
char letter_for(State state);

/// The outcome of one check. What is not known is empty.
struct Outcome {
    /// The sizes of a tensor, or the place of a cell.
    using Shape = std::vector<std::size_t>;

    State state = State::unchecked;              ///< in one word
    std::string diagnosis = {};                  ///< the key of the mistake that was recognised
    std::string message = {};                    ///< one or two sentences
    std::string call = {};                       ///< the call that went wrong
    std::optional<Shape> expected_shape = {};    ///< what was asked for
    std::optional<Shape> actual_shape = {};      ///< what came
    std::optional<Shape> first_difference = {};  ///< the place of the first cell that differs
    std::optional<std::uint64_t> seed = {};      ///< of the random numbers in the call
    double seconds = 0.0;                        ///< from the source to the verdict
    std::string text = {};                       ///< all of it, for people
    std::string printed = {};                    ///< what the learner's own code printed
    std::string everything = {};  ///< what the compiler or AddressSanitizer said, where that is more than the text
};

}  // namespace learn
