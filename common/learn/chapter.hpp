/// \file
/// The chapters there are, read from their folders.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace learn
{

/// One chapter: a folder `chapters/02_softmax` whose README opens with `# Chapter 2: Softmax` and a quoted line.
struct Chapter {
    int number = 0;                ///< from 1
    std::string name;              ///< as its folder: `02_softmax`
    std::string title;             ///< as its lesson's heading says: `Softmax`
    std::string idea;              ///< the quoted line below the heading
    std::filesystem::path folder;  ///< where it is
};

/// A name that stands for nothing here; the message suggests the nearest one that does.
class NoSuchName : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// All chapters below a folder, in order.
/// \throws std::runtime_error  where there are none
std::vector<Chapter> read_chapters(const std::filesystem::path& folder);

/// The chapter that a learner means by `2`, `02`, `softmax` or `02_softmax`; null where there is none.
const Chapter* chapter_named(const std::vector<Chapter>& chapters, std::string_view text);

/// As chapter_named, with a refusal that suggests the nearest name.
/// \throws NoSuchName  where there is no such chapter
const Chapter& find_chapter(const std::vector<Chapter>& chapters, std::string_view text);

/// How many letters must be inserted, removed or changed to turn one text into the other (Levenshtein 1966).
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace learn
