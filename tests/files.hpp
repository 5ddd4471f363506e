/// \file
/// The project as tests see it: where it is, its files, its programs.
#pragma once

#include "common/catalogue/files.hpp"
#include "common/catalogue/text.hpp"

#include <filesystem>
#include <string>

namespace tests
{

using catalogue::contains;
using catalogue::lines_of;
using catalogue::read;
using catalogue::read_if_there;

/// The folder of the project.
std::filesystem::path project();

/// Write all of a file over what was in it, as many editors do; the project's own way is a new file in place of the old one.
/// Folders that are missing are made.
void write(const std::filesystem::path& file, const std::string& text);

/// What a command printed, and how it ended.
struct Ran {
    int exit_code = 0;
    std::string output;
};

/// Run a line of shell and collect what it prints. Errors are printed elsewhere, unless the line says `2>&1`.
Ran run(const std::string& command_line);

/// An empty folder that is removed at the end.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace tests
