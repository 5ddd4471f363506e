/// \file
/// Whole files, read and written, and what is in a folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace catalogue
{

/// All of a file.
/// \throws std::runtime_error  where it cannot be read
std::string read(const std::filesystem::path& file);

/// All of a file; nothing where it cannot be read.
std::optional<std::string> read_if_there(const std::filesystem::path& file);

/// Write all of a file, or leave it as it was. Folders that are missing are made.
/// \throws std::runtime_error  where it cannot be written; the message says which, and why
void write(const std::filesystem::path& file, const std::string& text);

/// Write all of a file, or leave it as it was. Folders that are missing are made.
/// \return  whether that worked
bool save(const std::filesystem::path& file, const std::string& text);

/// What is in a folder, in the order of the names; nothing where there is no such folder.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

/// The folders in a folder, in the order of their names.
std::vector<std::filesystem::path> folders_of(const std::filesystem::path& folder);

/// All files of a folder and of the folders below it: its own first, then those of each folder in it.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);

}  // namespace catalogue
