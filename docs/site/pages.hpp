/// \file
/// All that Doxygen makes the site of.
#pragma once

#include <filesystem>

namespace site
{

/// Write every lesson, exercise and file as a page that Doxygen can read, the groups that functions belong to, and
/// the pictures.
///
/// \param project  the folder of the project
/// \param out      where to: pages/ and pictures/ are made there
/// \throws std::runtime_error  where a file cannot be read or written
void write_pages(const std::filesystem::path& project, const std::filesystem::path& out);

}  // namespace site
