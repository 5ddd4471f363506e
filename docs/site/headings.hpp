/// \file
/// The headings of a page: in order, and as a list to choose from.
#pragma once

#include <string>
#include <vector>

namespace site
{

/// A heading of a page.
struct Heading {
    int level = 0;       ///< 2 for `h2`
    std::string anchor;  ///< its `id`; empty where it has none
    std::string words;   ///< HTML
};

/// A page's content with its headings set right, and what they are.
struct WithHeadings {
    std::string content;
    std::vector<Heading> headings;
};

/// Sets the levels of headings right: they begin at `h2`, since the title is the `h1`, and none skips a level. Each
/// carries its own `id`, for which Doxygen makes an empty link.
///
/// \param content  HTML as Doxygen writes it
WithHeadings with_headings_in_order(const std::string& content);

/// The list of a page's sections, in HTML; empty for fewer than three.
std::string contents_list(const std::vector<Heading>& headings);

}  // namespace site
