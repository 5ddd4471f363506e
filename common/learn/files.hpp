/// \file
/// Whole files, read and written so that nobody ever sees half of one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace learn
{

/// All of a file; nothing where it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file);

/// Write all of a file, or leave it as it was: the text goes into a draft beside it, which is then renamed over it.
/// Folders that are missing are made.
/// \return  whether that worked
bool write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace learn
