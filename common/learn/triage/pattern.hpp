/// \file
/// What the patterns of rules find, and the sentences that are made of it.
#pragma once

#include "common/catalogue/pattern.hpp"

#include <string>
#include <vector>

namespace learn::triage
{

using catalogue::all_that_fit;
using catalogue::fits;
using catalogue::groups_of;

/// A sentence in which $1 to $9 are replaced by what a pattern's parentheses hold.
std::string with_groups(const std::string& sentence, const std::vector<std::string>& groups);

}  // namespace learn::triage
