/// \file
/// The exercises' pages: one for each chapter that has some.
#pragma once

#include "common/catalogue/exercise.hpp"
#include "docs/site/addresses.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace site
{

/// The page of a chapter's exercises: each with its task, its stub, its hints and the solution, folded away.
///
/// \param project        the folder of the project
/// \param exercises      at least one, all of one chapter
/// \param chapter_title  `Chapter 2: Softmax`
/// \param addresses      where on the site files are
std::string exercise_page(const std::filesystem::path& project, const std::vector<catalogue::Exercise>& exercises,
                          const std::string& chapter_title, Addresses& addresses);

}  // namespace site
