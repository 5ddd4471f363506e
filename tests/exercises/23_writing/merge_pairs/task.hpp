/// \file
/// Exercise 23.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// A word of a text in pieces, and how often the text has it.
struct PiecedWord {
    std::vector<std::string> pieces;  ///< single letters at first; none is empty
    std::size_t times = 1;            ///< it stands in the text
};

std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least);

}  // namespace attention
