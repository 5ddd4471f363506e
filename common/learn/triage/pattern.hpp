/// \file
/// Patterns, and what they hold of a text. Nothing else includes <regex>, which takes long to compile.
#pragma once

#include <string>
#include <vector>

namespace learn::triage
{

/// Does a pattern fit somewhere in a text?
bool fits(const std::string& text, const std::string& pattern);

/// What fits a pattern, first as a whole and then what each of its parentheses holds; empty where nothing fits.
std::vector<std::string> groups_of(const std::string& text, const std::string& pattern);

/// All that fits a pattern in a text, in order.
std::vector<std::string> all_that_fit(const std::string& text, const std::string& pattern);

/// A sentence in which $1 to $9 are replaced by what a pattern's parentheses hold.
std::string with_groups(const std::string& sentence, const std::vector<std::string>& groups);

}  // namespace learn::triage
