/// \file
/// What a check has to say, for people and for programs.
#pragma once

#include "tests/exercises/check/value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace check
{

enum class State { running, solved, wrong, not_started, crashed };

/// One verdict about one exercise. What is not known is empty.
struct Verdict {
    State state = State::running;
    std::string diagnosis = {};  ///< the key of what was recognised
    std::string message = {};    ///< one or two sentences
    std::string call = {};       ///< the call that went wrong
    std::optional<Shape> expected_shape = {};
    std::optional<Shape> actual_shape = {};
    std::optional<Shape> first_difference = {};  ///< the place of the first cell that differs
    std::optional<std::uint64_t> seed = {};      ///< of the random numbers in the call
    std::vector<std::string> picture = {};       ///< expected and actual, side by side
};

/// How many lines the picture of a verdict may have, so that its text has 20 at most.
std::size_t room_for_picture(const Verdict& verdict);

/// The verdict as text: at most 20 lines of 80 columns.
/// \param exercise  its name, as `02_softmax/temperature`
std::string text_of(const Verdict& verdict, const std::string& exercise, bool colour = false);

/// The verdict as one JSON object; what is empty is null.
/// \param text  the same for people, where it is final
std::string json_of(const Verdict& verdict, const std::string& text = "");

}  // namespace check
