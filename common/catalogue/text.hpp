/// \file
/// Texts, line by line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue
{

/// The lines of a text, without their ends.
std::vector<std::string> lines_of(std::string_view text);

/// Whether a text has another one in it.
bool contains(std::string_view text, std::string_view part);

/// A text in lines of at most so many characters, broken at blanks; a word that is longer still is cut.
///
/// \param text   its own line breaks stay, and so does the indentation of its lines
/// \param width  in characters
/// \return       the lines, each with a newline at its end
std::string wrapped(std::string_view text, std::size_t width);

}  // namespace catalogue
