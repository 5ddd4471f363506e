/// \file
/// The two parts of an exercise's source: the task, and the code.
#pragma once

#include <string>
#include <string_view>

namespace catalogue
{

/// A source, taken apart.
struct Source {
    std::string task;  ///< the comment at its top, without the slashes
    std::string code;  ///< all that comes below
};

/// Take a source apart; one that does not open with a `///` comment is all code.
Source parts_of(std::string_view source);

}  // namespace catalogue
