/// \file
/// Files opened with a sentence about what is wrong with them.
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace common
{

/// A file that cannot be read or written, or does not hold what it should. The message is one sentence and names the file.
struct FileTrouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Open a file to read it. \throws FileTrouble  where that makes no sense; the message says what is there instead
std::ifstream open_to_read(const std::filesystem::path& path);

}  // namespace common
