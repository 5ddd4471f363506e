/// \file
/// The index that the site's search field looks into.
#pragma once

#include "docs/site/search_code.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace site
{

/// Something to be found.
struct SearchEntry {
    std::string kind;                     ///< `lesson`, `term`, `exercise`, `page` or `code`
    std::string title;                    ///< of the page: `Chapter 2: Softmax`
    std::string heading;                  ///< of the part: `By hand`, `softmax`; empty for the beginning of a page
    std::string address;                  ///< `chapter_02_softmax.html#chapter_02_softmax-by-hand`
    std::string text;                     ///< in plain words
    std::vector<std::string> terms = {};  ///< what is explained here: whoever looks for that is led here first
};

/// All that can be found on the site.
///
/// \param project  the folder of the project
/// \param places   where functions are; one that has no place is not on the site
std::vector<SearchEntry> search_entries(const std::filesystem::path& project, const Places& places);

/// The script that the search field loads: it sets `window.searchIndex`, a list of pages with their parts. A part is a
/// heading, its place on the page, its text, and the terms it explains.
std::string search_script(const std::vector<SearchEntry>& entries);

/// A text as a string of JavaScript, quotes included.
std::string quoted(const std::string& text);

}  // namespace site
