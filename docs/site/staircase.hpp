/// \file
/// Which chapter builds on which, read from what their files include.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace site
{

/// For each chapter, by its folder's name, the chapters that it includes.
using Includes = std::map<std::string, std::set<std::string>>;

/// What each chapter's files include from other chapters.
Includes chapter_includes(const std::filesystem::path& project);

/// The same, with what the included chapters include in turn, and so on.
Includes with_indirect(const Includes& direct);

/// A picture for a page: a row and a column for each chapter, a dot where the row's chapter includes the column's (a
/// ring where it does so through another). Since chapters look back, never forward, it is a staircase.
std::string staircase_picture(const Includes& direct);

/// The page about it, picture and table.
///
/// \param direct  what includes what
/// \param titles  the chapters' titles, by folder
std::string staircase_page(const Includes& direct, const std::map<std::string, std::string>& titles);

}  // namespace site
