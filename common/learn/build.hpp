/// \file
/// Building what a command needs, and no more.
#pragma once

#include "common/learn/places.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace learn
{

/// Something that should have been built was not; the message shows the end of the compiler's words.
class BuildFailed : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Build some targets. Where it takes a while, a line on a terminal says what is being built.
///
/// \param build_folder  where CMake was configured
/// \param targets       CMake targets; `all` for everything
/// \param long_work     what to call it where it takes long and is done once: it is then said wherever errors go
/// \throws BuildFailed  where something does not compile or link
void build(const std::filesystem::path& build_folder, const std::vector<std::string>& targets,
           const std::string& long_work = "");

/// The command that builds in a folder: Ninja itself, which starts faster than CMake, where it is what CMake would call.
std::vector<std::string> build_command(const std::filesystem::path& build_folder);

/// Whether a folder was set up by CMake, for the project where it is now. A copied or renamed project has build folders that
/// still mean the old one.
bool is_set_up(const std::filesystem::path& build_folder, const std::filesystem::path& project);

/// Set a build folder up, afresh where it was set up for a project elsewhere.
///
/// \param build_folder  the folder of that preset
/// \param project       the clone
/// \param preset        of CMakePresets.json
/// \param options       more arguments for CMake
/// \throws BuildFailed  where something is missing
void set_up(const std::filesystem::path& build_folder, const std::filesystem::path& project, const std::string& preset,
            const std::vector<std::string>& options = {});

/// Set up the build of the checks, unless it is.
void set_up_checks(const Places& places);

/// Let CMake look again at what is installed.
///
/// \param build_folder  where CMake was configured
/// \throws BuildFailed  where something is missing
void configure(const std::filesystem::path& build_folder);

}  // namespace learn
