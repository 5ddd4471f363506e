/// \file
/// Chapter 8: queries and keys made by hand, so that attention takes each of the five shapes.
#pragma once

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "08_patterns/patterns.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace attention::constructed
{

/// Eight positions: a start mark, then a b c, then a b c again, then a.
inline const std::vector<std::string> words = {"<s>", "a", "b", "c", "a", "b", "c", "a"};

/// The same words as numbers, equal for equal words.
inline const std::vector<int> word_numbers = {0, 1, 2, 3, 1, 2, 3, 1};

/// Two groups: the start mark and the first a b c, then the rest.
inline const std::vector<int> groups = {0, 0, 0, 0, 1, 1, 1, 1};

/// One number for each of 8 places, 1 at the place named and 0 elsewhere; with no place named, all 0.
inline Vector one_hot(std::size_t place, bool named = true)
{
    Vector v = xt::zeros<double>({std::size_t{8}});
    if (named) v(place) = 1.0;
    return v;
}

/// What a position asks for: its own place, the place before it, place 0, its group, or its word.
inline Vector query_for(Pattern pattern, std::size_t i)
{
    if (pattern == Pattern::self) return one_hot(i);
    if (pattern == Pattern::previous) return one_hot(i - (i > 0 ? 1 : 0), i > 0);
    if (pattern == Pattern::sink) return one_hot(0);
    if (pattern == Pattern::block) return one_hot(static_cast<std::size_t>(groups[i]));
    return one_hot(static_cast<std::size_t>(word_numbers[i]));
}

/// What a position answers to: its own place, its group, or, for induction, the word before it.
inline Vector key_for(Pattern pattern, std::size_t j)
{
    if (pattern == Pattern::block) return one_hot(static_cast<std::size_t>(groups[j]));
    if (pattern == Pattern::induction) return one_hot(j > 0 ? static_cast<std::size_t>(word_numbers[j - 1]) : 0, j > 0);
    return one_hot(j);
}

/// Which keys come after the query: a model that reads from left to right cannot see them.
inline BoolMatrix later_keys()
{
    BoolMatrix later = xt::zeros<bool>({8, 8});
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = i + 1; j < 8; ++j) later(i, j) = true;
    }
    return later;
}

/// The weights of attention with such queries and keys. Induction reads from left to right: a key that comes later gets
/// the score -infinity, and so the weight 0.
///
/// \param pattern   which shape
/// \param strength  how large the queries are; at 0 all weights are equal
/// \return          shape (8, 8)
inline Matrix weights_for(Pattern pattern, double strength = 6.0)
{
    Matrix Q = xt::zeros<double>({8, 8});
    Matrix K = xt::zeros<double>({8, 8});
    for (std::size_t i = 0; i < 8; ++i) {
        const Vector query = strength * query_for(pattern, i);
        set_row(Q, i, query);
        set_row(K, i, key_for(pattern, i));
    }
    const Matrix scores = score_matrix(Q, K);  // (8, 8)
    if (pattern != Pattern::induction) return softmax_rows(scores);
    const Matrix seen = xt::where(later_keys(), -std::numeric_limits<double>::infinity(), scores);  // (8, 8)
    return softmax_rows(seen);
}

}  // namespace attention::constructed
