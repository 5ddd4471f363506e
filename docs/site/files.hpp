/// \file
/// Files as text: read whole, written whole.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace site
{

/// A whole file. \throws std::runtime_error  where it cannot be read
std::string read(const std::filesystem::path& file);

/// A whole file, created with its folders.
void write(const std::filesystem::path& file, const std::string& text);

/// A text's lines, without their ends.
std::vector<std::string> lines_of(const std::string& text);

/// What is in a folder, in the order of the names; nothing where there is no such folder.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

/// The folders of a room (`chapters`, `exercises`) that begin with a chapter's two digits, in order.
std::vector<std::filesystem::path> numbered_folders(const std::filesystem::path& room);

/// The number that such a folder begins with, without a leading zero: `2` for `02_softmax`.
std::string number_of(const std::string& folder);

/// The title of a Markdown page: its first line, without the `# `.
std::string title_of(const std::string& page);

}  // namespace site
