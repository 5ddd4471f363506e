/// \file
/// Small things to do with a text in HTML.
#pragma once

#include <string>

namespace site
{

/// A text with something else in place of each occurrence of a part.
std::string with(const std::string& text, const std::string& part, const std::string& by);

/// What a reader sees of a piece of HTML: no tags, and no blanks around it.
std::string without_tags(const std::string& html);

}  // namespace site
