/// \file
/// Which of the versions in a library answers: the one that VERSION names in the environment.
#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tests
{

/// Whether a version, as `overflow::guarded`, is the chosen one.
inline bool is_chosen(std::string_view version)
{
    const char* chosen = std::getenv("VERSION");
    return chosen != nullptr && version == chosen;
}

/// What to throw where no version of the library is the chosen one.
inline std::logic_error no_such_version()
{
    const char* chosen = std::getenv("VERSION");
    return std::logic_error(std::string("there is no version ") + (chosen != nullptr ? chosen : "without a name"));
}

}  // namespace tests
