/// \file
/// Chapter 5: the words of "the river bank" as vectors, and the projections that give them their roles.
#pragma once

#include "05_queries_keys_values/projections.hpp"

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::bank
{

/// What the four numbers of a word measure.
inline const std::vector<std::string> features = {"water", "money", "place", "article"};

/// What the two numbers of a query ask about.
inline const std::vector<std::string> questions = {"water?", "money?"};

/// A sentence as a model sees it.
struct WordVectors {
    std::vector<std::string> words;  ///< n words
    Matrix X;                        ///< their embeddings, one per row, shape (n, 4)
};

/// "the river bank". The vector of "bank" is the same in all three: a little water, a little money, a place.
inline const WordVectors the_river_bank = {{"the", "river", "bank"}, {{0, 0, 0, 1}, {2, 0, 0, 0}, {0.5, 0.5, 1, 0}}};
/// "the money bank"
inline const WordVectors the_money_bank = {{"the", "money", "bank"}, {{0, 0, 0, 1}, {0, 2, 0, 0}, {0.5, 0.5, 1, 0}}};
/// "the river money bank"
inline const WordVectors the_river_money_bank = {{"the", "river", "money", "bank"},
                                                 {{0, 0, 0, 1}, {2, 0, 0, 0}, {0, 2, 0, 0}, {0.5, 0.5, 1, 0}}};

/// Three projections by hand: one row for each feature, which says what the feature adds to the role.
inline const Projections W = {
    // A place asks two questions: is there water? Is there money? An article asks half as loudly.
    .W_Q = {{0, 0}, {0, 0}, {1, 1}, {0.5, 0.5}},
    // A key answers them: how much water, how much money.
    .W_K = {{1, 0}, {0, 1}, {0, 0}, {0, 0}},
    // What a watery word hands over is "more water, less money", and the other way round.
    .W_V = {{1, -0.5, 0, 0}, {-0.5, 1, 0, 0}, {0, 0, 0.5, 0}, {0, 0, 0, 0}}};

}  // namespace attention::bank
