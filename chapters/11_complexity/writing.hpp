/// \file
/// Chapter 11: what it costs to write a text one word at a time.
#pragma once

#include "11_complexity/operations.hpp"

#include <cstdint>

namespace attention
{

/// What a text costs that is written word by word, where each new word looks at all words so far.
struct WritingCost {
    std::uint64_t anew = 0;          ///< operations, if every step runs all words so far through attention again
    std::uint64_t kept = 0;          ///< operations, if the keys and values of earlier words are kept
    std::uint64_t numbers_kept = 0;  ///< how many numbers that keeps at the end
};

/// Count the cost of writing n words, projections included.
///
/// \param n  words
/// \param d  coordinates of a word, of its query, its key and its value, at least 1
/// \return   operations of the two ways, and the numbers that the second one keeps
inline WritingCost cost_of_writing(std::uint64_t n, std::uint64_t d)
{
    const std::uint64_t projections = 3 * d * (2 * d - 1);  // of one word, to its query, key and value
    WritingCost cost{.numbers_kept = 2 * n * d};
    for (std::uint64_t words = 1; words <= n; ++words) {
        cost.anew += operations(words, words, d, d).total() + words * projections;
        cost.kept += operations(1, words, d, d).total() + projections;  // one query, and one new key and value
    }
    return cost;
}

}  // namespace attention
