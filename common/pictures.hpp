/// \file
/// Where a chapter's program puts its pictures: nowhere, unless it is told a folder.
#pragma once

#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace common
{

/// An option of a program that takes a whole number, `--max-n 4096`.
struct NumberOption {
    std::string name;                               ///< `--max-n`
    std::string what;                               ///< for `--help`
    int smallest = 0;                               ///< smaller ones are refused
    int* value = nullptr;                           ///< where the number goes
    int largest = std::numeric_limits<int>::max();  ///< larger ones are refused
};

/// An option of a program that is there or not, `--json`.
struct FlagOption {
    std::string name;       ///< `--json`
    std::string what;       ///< for `--help`
    bool* value = nullptr;  ///< set where the option is there
};

/// The `--pictures FOLDER` of a chapter's program, and whatever else it takes.
class Pictures
{
public:
    /// Read the program's arguments. `--help` and a wrong argument end the program, with exit code 0 and 2.
    Pictures(int argc, const char* const* argv, const std::vector<NumberOption>& numbers = {},
             const std::vector<FlagOption>& flags = {});

    /// Write a picture into the folder, and say so; without `--pictures` do nothing.
    /// \throws std::runtime_error  where the file cannot be written
    void save(std::string_view name, std::string_view svg) const;

private:
    std::filesystem::path folder_;
};

}  // namespace common
