/// \file
/// The site's table of contents: the parts, their chapters, and what is looked up.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace site
{

/// One line of the sidebar, with the lines below it.
struct Entry {
    std::string mark;     ///< the number before the title: `2`, `2.1`; empty where there is none
    std::string title;    ///< plain text
    std::string address;  ///< `chapter_02_softmax.html`, perhaps with `#` and a place on that page
    std::vector<Entry> below = {};
};

/// One fold of the sidebar.
struct Part {
    std::string title;
    std::vector<Entry> entries;
};

/// All of the sidebar.
struct Navigation {
    std::vector<Entry> first;  ///< what stands above the folds: the start page
    std::vector<Part> path;    ///< the chapters, in parts
    Part reference;            ///< what a learner looks up
    Part builders;             ///< what only those look up who work on the tutorial itself
};

/// Where a part of the path begins, and what it is called. It goes on to where the next one begins.
struct PartOfPath {
    int first_chapter;
    std::string title;
};

/// The parts of the path, in order; the last one has no end.
const std::vector<PartOfPath>& parts_of_path();

/// The sidebar for a project.
///
/// \param project  the folder of the project
/// \throws std::runtime_error  where it has no chapters
Navigation navigation_of(const std::filesystem::path& project);

/// All lines that lead to a page of their own, in the order of a reader who turns one page after the other.
std::vector<Entry> pages_in_order(const Navigation& navigation);

}  // namespace site
