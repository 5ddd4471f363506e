/// \file
/// The last step: what Doxygen wrote becomes the page that a reader sees.
#pragma once

#include "docs/site/navigation.hpp"

#include <string>

namespace site
{

/// A page in its frame. Of Doxygen's page the head stays, and of its body the title and the content.
///
/// \param doxygens    the page as Doxygen wrote it
/// \param page        the name of its file
/// \param navigation  what the sidebar shows
/// \return            a page with a sidebar, one `h1`, headings in order, a list of them, and a way back and on
/// \throws std::runtime_error  where the page is not what Doxygen writes
std::string finished(const std::string& doxygens, const std::string& page, const Navigation& navigation);

}  // namespace site
