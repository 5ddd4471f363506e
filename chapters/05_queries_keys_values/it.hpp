/// \file
/// Chapter 5: what "it" looks for in "the cat drank milk because it was thirsty".
#pragma once

#include "05_queries_keys_values/projections.hpp"

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::it
{

/// The words that matter here.
inline const std::vector<std::string> words = {"cat", "drank", "milk", "it", "thirsty"};

/// What each word is: noun, animate, pronoun, verb, property.
inline const Matrix features = {{1, 1, 0, 0, 0}, {0, 0, 0, 1, 0}, {1, 0, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 0, 1}};

/// A pronoun looks for a noun, preferably animate. Every word's key says what it is, and its value is the word itself.
inline const Projections projections = {
    .W_Q = {{0, 0, 0}, {0, 0, 0}, {2, 2, 0}, {0, 0, 0}, {0, 0, 0}},  // asks about: noun, animate, pronoun
    .W_K = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}, {0, 0, 0}},  // answers about the same three
    .W_V = {{1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}}};

}  // namespace attention::it
