/// \file
/// Chapter 16: the score of two sums, word + position, taken apart. Which parts notice that the words have moved?
#pragma once

#include "16_positions/sinusoidal.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/difference.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// One of the four parts of (x_i + p_i) . (x_j + p_j), and how much it changes when all words move.
struct ScorePart {
    std::string name;      ///< what meets what
    double plain = 0;      ///< the largest change of any score
    double projected = 0;  ///< the same, where W_Q and W_K come before the product
};

/// Move all words on by some places, and see which parts of their scores change.
///
/// \param X      words, shape (n, d), d even
/// \param W      of which W_Q and W_K are used
/// \param steps  how many places the words move
/// \return       word with place, place with word, place with place; word with word cannot change
inline std::vector<ScorePart> parts_moved(const Matrix& X, const Projections& W, std::size_t steps)
{
    const Matrix here = sinusoidal_positions(X.shape(0), X.shape(1));
    const Matrix there = sinusoidal_positions(X.shape(0), X.shape(1), steps);
    const auto projected = [&](const Matrix& q, const Matrix& k) {
        return score_matrix(project_rows(q, W.W_Q), project_rows(k, W.W_K));
    };
    const auto part = [&](const char* name, const Matrix& q, const Matrix& k, const Matrix& q_moved,
                          const Matrix& k_moved) -> ScorePart {
        return {name, common::difference(score_matrix(q, k), score_matrix(q_moved, k_moved)),
                common::difference(projected(q, k), projected(q_moved, k_moved))};
    };
    return {part("x_i . p_j", X, here, X, there), part("p_i . x_j", here, X, there, X),
            part("p_i . p_j", here, here, there, there)};
}

}  // namespace attention
