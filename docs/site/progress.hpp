/// \file
/// The page on which a reader sees how far they have come, and is asked again what they missed.
#pragma once

#include <filesystem>
#include <string>

namespace site
{

/// The page, for Doxygen. What it says about the reader, progress.js fills in: it is kept in their browser only.
///
/// \param project  the folder of the project
std::string progress_page(const std::filesystem::path& project);

}  // namespace site
