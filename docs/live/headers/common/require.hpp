/// \file
/// `common/require.hpp` for live pages: without fmt, which would be twice as large as all the rest of a page's module.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace common
{

namespace standing_in
{

/// A number or a text as it stands in a message.
template <typename T>
std::string said(const T& value)
{
    if constexpr (std::is_floating_point_v<T>) {
        const std::string text = std::to_string(value);  // 0.250000
        const std::size_t last = text.find_last_not_of('0');
        return text.substr(0, text[last] == '.' ? last : last + 1);
    } else if constexpr (std::is_arithmetic_v<T>) {
        return std::to_string(value);
    } else {
        return std::string(value);
    }
}

/// Put something in the place of the first `{}` from a place on.
template <typename T>
void put_in(std::string& text, std::size_t& from, const T& value)
{
    const std::size_t at = text.find("{}", from);
    if (at == std::string::npos) return;
    const std::string words = said(value);
    text.replace(at, 2, words);
    from = at + words.size();
}

}  // namespace standing_in

/// Throw unless a condition holds.
///
/// \param condition  what must be true
/// \param message    with a `{}` for each argument
/// \param arguments  numbers and texts
/// \throws std::invalid_argument  where the condition is false
template <typename... Arguments>
void require(bool condition, const char* message, const Arguments&... arguments)
{
    if (condition) return;
    std::string text = message;
    [[maybe_unused]] std::size_t from = 0;
    (standing_in::put_in(text, from, arguments), ...);
    throw std::invalid_argument(text);
}

}  // namespace common
