/// \file
/// Whether what is printed may be more than text.
#pragma once

#include <cstdlib>
#include <string_view>

#include <unistd.h>

namespace common
{

/// Whether a terminal can do more than print: TERM is `dumb` inside some editors, which show the codes as they are.
inline bool understands_codes()
{
    const char* terminal = std::getenv("TERM");
    return terminal == nullptr || std::string_view(terminal) != "dumb";
}

/// Whether to print in colour: on a terminal that can, unless NO_COLOR is set (https://no-color.org).
inline bool in_colour()
{
    const char* no_colour = std::getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) == 1 && understands_codes() && (no_colour == nullptr || *no_colour == '\0');
}

}  // namespace common
