/// \file
/// Lines and paragraphs for a screen.
#pragma once

#include "common/colour.hpp"

#include <cstddef>
#include <string>

namespace learn
{

using common::in_colour;
using common::understands_codes;

/// Markdown for a screen: paragraphs broken anew at so many characters, code and lists as they are.
std::string reflowed(const std::string& markdown, std::size_t width);

/// Every line two spaces to the right.
std::string indented(const std::string& text);

/// The last so many lines.
std::string last_lines(const std::string& text, std::size_t count);

/// The first so many lines, and a remark where there are more.
std::string first_lines(const std::string& text, std::size_t count);

/// `[#####---------------]`: how much of a whole is done.
std::string progress_bar(std::size_t done, std::size_t whole);

}  // namespace learn
