/// \file
/// Chapter 23: the texts as a model reads them.
#pragma once

#include "23_writing/text/byte_pairs.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace attention
{

/// A text to learn from and a text to be tested with, both as tokens.
struct Lessons {
    BytePairs pairs;             ///< the vocabulary, learned from the first text
    std::vector<int> to_learn;   ///< the first text
    std::vector<int> held_out;   ///< the second
    std::size_t characters = 0;  ///< of the second
};

/// Learn a vocabulary from a text, and turn this text and another into tokens.
///
/// \param to_learn    what a model will learn from
/// \param held_out    what it will be tested with
/// \param vocabulary  how many tokens there shall be, at least 256
inline Lessons lessons_of(std::string_view to_learn, std::string_view held_out, int vocabulary = 1024)
{
    const BytePairs pairs = learn_byte_pairs(to_learn, vocabulary);
    return {pairs, pairs.tokens_of(to_learn), pairs.tokens_of(held_out), held_out.size()};
}

}  // namespace attention
