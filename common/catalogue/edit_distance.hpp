/// \file
/// How far two words are apart: what somebody probably meant is what comes nearest.
#pragma once

#include <cstddef>
#include <string_view>

namespace catalogue
{

/// How many letters must be inserted, removed or changed to turn one text into the other (Levenshtein 1966).
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace catalogue
