/// \file
/// Patterns, and what they hold of a text.
#pragma once

#include <string>
#include <vector>

namespace learn::triage
{

/// Does a pattern fit somewhere in a text?
bool fits(const std::string& text, const char* pattern);

/// What fits a pattern, first as a whole and then what each of its parentheses holds; empty where nothing fits.
std::vector<std::string> groups_of(const std::string& text, const char* pattern);

/// A sentence in which $1 to $9 are replaced by what a pattern's parentheses hold.
std::string with_groups(const std::string& sentence, const std::vector<std::string>& groups);

}  // namespace learn::triage
