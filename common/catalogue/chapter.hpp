/// \file
/// The chapters there are, read from their folders.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace catalogue
{

/// One chapter: a folder `chapters/02_softmax` whose README opens with `# Chapter 2: Softmax` and a quoted line.
struct Chapter {
    int number = 0;                ///< from 1
    std::string name;              ///< as its folder: `02_softmax`
    std::string title;             ///< as its lesson's heading says: `Softmax`
    std::string idea;              ///< the quoted line below the heading
    std::filesystem::path folder;  ///< where it is

    std::string short_name() const;  ///< `softmax`
    std::string heading() const;     ///< `Chapter 2: Softmax`
};

/// All chapters of a project, in order.
/// \throws std::runtime_error  where there are none
std::vector<Chapter> chapters_of(const std::filesystem::path& project);

/// The number of the chapter that a path leads into: 7 for `07_attention/attention.hpp`; 0 where it leads into none.
int chapter_number(const std::filesystem::path& path);

}  // namespace catalogue
