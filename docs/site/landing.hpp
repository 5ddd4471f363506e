/// \file
/// The page that a reader meets first: what this is, something to touch, and the way to chapter 1.
#pragma once

#include "docs/site/addresses.hpp"

#include <filesystem>
#include <string>

namespace site
{

/// The start page, for Doxygen. All it says it takes from the project's README.md and from the lessons.
///
/// \param project    the folder of the project
/// \param addresses  where on the site files are
/// \throws std::runtime_error  where a chapter's lesson cannot be read
std::string landing_page(const std::filesystem::path& project, Addresses& addresses);

/// Whether a section of the README.md is on the start page; the others are for GitHub, where the folders are.
///
/// \param anchor  GitHub's name of its heading
bool is_on_landing_page(const std::string& anchor);

/// How many minutes a lesson takes to read, as the table at its top says; 0 where it says nothing.
int reading_minutes(const std::string& lesson);

/// Minutes in words, rounded to what a reader plans with: `12 minutes`, `1 hour`, `2½ hours`.
std::string in_words(int minutes);

}  // namespace site
