/// \file
/// What stands around the content of a page: the sidebar, and the way back and on.
#pragma once

#include "docs/site/navigation.hpp"

#include <optional>
#include <string>

namespace site
{

/// Where a reader goes from a page.
struct Way {
    std::optional<Entry> back;
    std::optional<Entry> across;  ///< from a lesson to its exercises
    std::optional<Entry> on;
};

/// The chapter that a page belongs to, its lesson included.
///
/// \param page  `exercises_02_softmax.html`
/// \return      nothing for a page of no chapter
std::optional<Entry> chapter_of(const Navigation& navigation, const std::string& page);

/// Where a reader goes from a page. There is always a way on, and but for the start page a way back.
Way way_from(const Navigation& navigation, const std::string& page);

/// The sidebar in HTML as it is shown beside a page: the fold with the page is open, and the page is marked.
std::string sidebar(const Navigation& navigation, const std::string& page);

/// The bar below the content, in HTML.
std::string path_bar(const Way& way);

/// What a line of the sidebar is called elsewhere: `Chapter 2: Softmax`.
std::string full_title(const Entry& entry);

}  // namespace site
