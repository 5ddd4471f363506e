/// \file
/// Chapter 1: the word "bank" in two sentences, the example that runs through chapters 1 to 7.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::bank
{

/// A sentence as "bank" meets it.
struct Sentence {
    std::vector<std::string> words;  ///< m words
    Matrix K;                        ///< one key per word, shape (m, 2): how much water, how much money
};

/// "the river bank": its words and their keys, written by hand for now.
inline const Sentence river = {{"the", "river", "bank"}, {{0, 0}, {2, 0}, {0.5, 0.5}}};

/// "the money bank": one word is different.
inline const Sentence money = {{"the", "money", "bank"}, {{0, 0}, {0, 2}, {0.5, 0.5}}};

/// What "bank" looks for, shape (2): is there water, is there money?
inline const Vector q = {1, 1};

}  // namespace attention::bank
