/// \file
/// Regular expressions, and what they find in a text. Nothing else includes `<regex>`, which takes long to compile.
#pragma once

#include <string>
#include <vector>

namespace catalogue
{

/// Does a pattern fit somewhere in a text?
bool fits(const std::string& text, const std::string& pattern);

/// What fits a pattern first, as a whole and then what each of its parentheses holds; empty where nothing fits.
std::vector<std::string> groups_of(const std::string& text, const std::string& pattern);

/// All that fits a pattern in a text, in order; of a pattern with parentheses, what the first of them hold.
std::vector<std::string> all_that_fit(const std::string& text, const std::string& pattern);

/// A text with something else in place of all that fits a pattern; `$1` to `$9` stand for what its parentheses hold.
std::string replaced(const std::string& text, const std::string& pattern, const std::string& by);

}  // namespace catalogue
