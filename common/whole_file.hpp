/// \file
/// Files that are written whole or stay as they were.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace common
{

/// A file, and what is to be in it.
struct FileToWrite {
    std::string path;                     ///< links are followed
    std::vector<std::string_view> parts;  ///< one after the other; what they refer to must outlive the writing
};

/// Write files: all of them, or none.
///
/// The text goes into a draft beside each file, under a name that nobody can have taken or foreseen, and only when the last
/// is whole do they take their places. So nobody ever sees half a file, not even one that two programs write at once, and a
/// full disk costs nothing. A file keeps its permissions, a link stays a link. Where a signal ends the program, drafts go with
/// it. A device or a pipe has no place to take: it is written into, as soon as all drafts are whole.
///
/// \return  nothing where that worked; else which file could not be written, and why, in one line
std::string write_whole(const std::vector<FileToWrite>& files);

/// Write one file, or leave it as it was. \return  nothing where that worked; else why not
std::string write_whole(const std::string& path, std::string_view text);

/// Whether two names mean one file: by links, by another way to it, or though it is not there yet.
bool same_file(const std::string& one, const std::string& other);

}  // namespace common
