/// \file
/// The exercises' pages: one for each chapter that has some.
#pragma once

#include "docs/site/addresses.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace site
{

/// An exercise as its files tell it.
struct Exercise {
    std::string chapter;   ///< the folder: `02_softmax`
    std::string name;      ///< the file without `.cpp`: `temperature`
    std::string title;     ///< `Exercise 2.1: Temperature`
    std::string task;      ///< the rest of the comment at the top, as Markdown
    std::string stub;      ///< the code below the comment
    std::string hints;     ///< Markdown; empty where there are none
    std::string solution;  ///< the code of the solution below its comment; empty where there is none
};

/// The exercises of a chapter, in the order of their numbers.
///
/// \param project  the folder of the project
/// \param chapter  the chapter's folder: `02_softmax`
std::vector<Exercise> exercises_of(const std::filesystem::path& project, const std::string& chapter);

/// The page of a chapter's exercises: each with its task, its stub, its hints and the solution behind folds.
///
/// \param exercises  at least one, all of one chapter
/// \param chapter_title  `Chapter 2: Softmax`
/// \param addresses  where files stand on the site
std::string exercise_page(const std::vector<Exercise>& exercises, const std::string& chapter_title,
                          Addresses& addresses);

}  // namespace site
