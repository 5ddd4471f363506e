/// \file
/// GitHub's Markdown made readable for Doxygen.
#pragma once

#include "docs/site/addresses.hpp"

#include <filesystem>
#include <string>

namespace site
{

/// One page, or a part of one, on its way to the site.
struct Page {
    std::string text;            ///< Markdown as GitHub reads it
    std::filesystem::path file;  ///< where it stands, relative to the project: its links start there
    std::string label;           ///< its headings' labels begin with this
};

/// The same page as Doxygen reads it.
///
/// Formulas between dollars become Doxygen's, links to files become references to their pages, headings get labels that
/// they keep, pictures are shown from the folder `pictures`, and blocks of output stay as they are.
///
/// \param page       the page
/// \param addresses  where on the site files are
/// \return           Markdown with Doxygen's commands
std::string for_doxygen(const Page& page, Addresses& addresses);

/// The title of a page: its first line, without the `# `.
std::string title_of(const std::string& page);

/// A text with the characters that mean something in HTML written so that they do not.
std::string html(const std::string& text);

}  // namespace site
