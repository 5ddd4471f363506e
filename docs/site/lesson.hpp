/// \file
/// What a lesson has on GitHub and needs not, or not like that, on the site.
#pragma once

#include <string>

namespace site
{

/// A lesson as the site shows it, still in GitHub's Markdown.
///
/// The table at its top becomes a line: reading time, difficulty, what it builds on; the numbers of the sources' items
/// are for builders, and stay away. The links at its end, to the lessons before and after it, go: every page of the
/// site has them.
///
/// \param lesson  the text of a chapter's README.md
std::string as_on_site(const std::string& lesson);

}  // namespace site
