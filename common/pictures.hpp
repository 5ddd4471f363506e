/// \file
/// Where a chapter's program puts its pictures: nowhere, unless it is told a folder.
#pragma once

#include <filesystem>
#include <string_view>

namespace common
{

/// The `--pictures FOLDER` of a chapter's program.
class Pictures
{
public:
    /// Read the program's arguments. `--help` and a wrong argument end the program, with exit code 0 and 2.
    Pictures(int argc, const char* const* argv);

    /// Write a picture into the folder, and say so; without `--pictures` do nothing.
    /// \throws std::runtime_error  where the file cannot be written
    void save(std::string_view name, std::string_view svg) const;

private:
    std::filesystem::path folder_;
};

}  // namespace common
