/// \file
/// Say what is wrong with an argument, in numbers.
#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace common
{

/// Throw unless a condition holds.
///
/// A message names the function, what was given and what is needed, in that order:
/// `dot: a has 3 coordinates but b has 2; both vectors need the same number`.
///
/// \param condition  what must be true
/// \param message    an fmt format string
/// \param arguments  what its braces stand for
/// \throws std::invalid_argument  where the condition is false
template <typename... Arguments>
void require(bool condition, fmt::format_string<Arguments...> message, Arguments&&... arguments)
{
    if (!condition) throw std::invalid_argument(fmt::format(message, std::forward<Arguments>(arguments)...));
}

}  // namespace common
