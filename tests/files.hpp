/// \file
/// The project as tests see it: its files, its chapters, its programs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tests
{

/// The folder of the project.
std::filesystem::path project();

/// The folders of the chapters, in order.
std::vector<std::filesystem::path> chapter_folders(const std::filesystem::path& chapters = project() / "chapters");

/// A whole file. \throws std::runtime_error  where it cannot be read
std::string read(const std::filesystem::path& file);

/// A whole file, created with its folders.
void write(const std::filesystem::path& file, const std::string& text);

std::vector<std::string> lines_of(const std::string& text);

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
