/// \file
/// Building what a command needs, and no more.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace learn
{

/// Something that should have been built was not; the message shows the end of the compiler's words.
class BuildFailed : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Build one target, without a word unless it takes a while (a line on a terminal) or fails.
///
/// \param build_folder  where CMake was configured
/// \param target        a CMake target; `all` for everything
/// \throws BuildFailed  where it does not compile or link
void build(const std::filesystem::path& build_folder, const std::string& target);

/// Let CMake look again at what is installed.
///
/// \param build_folder  where CMake was configured
/// \throws BuildFailed  where something is missing
void configure(const std::filesystem::path& build_folder);

}  // namespace learn
