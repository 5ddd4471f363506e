/// \file
/// Chapter 16: mistakes with rotary positions, and how each shows.
#pragma once

#include "16_positions/rotary.hpp"

#include "06_score_matrix/score_matrix.hpp"
#include "09_scaling/scaled_attention.hpp"

#include "common/difference.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The other convention pairs coordinate c with c + d_k / 2, not with its neighbour. This puts such pairs side by side.
///
/// \param X  shape (n, d_k), d_k even
/// \return   the columns 0, d_k / 2, 1, d_k / 2 + 1, and so on, shape (n, d_k)
inline Matrix halves_side_by_side(const Matrix& X)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix result = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            result(i, 2 * pair) = X(i, pair);
            result(i, 2 * pair + 1) = X(i, pair + half);
        }
    }
    return result;
}

/// Scores where queries turn neighbours and keys turn halves.
///
/// \param Q      shape (n, d_k)
/// \param K      shape (m, d_k)
/// \param first  the position of the first query and of the first key
/// \return       shape (n, m), not divided by any root
inline Matrix scores_of_mixed_pairs(const Matrix& Q, const Matrix& K, std::size_t first)
{
    // A dot product does not depend on the order of the coordinates, as long as both rows use the same order. So the
    // keys stay in the order in which they were turned, and the queries follow.
    return score_matrix(halves_side_by_side(rotated(Q, first)), rotated(halves_side_by_side(K), first));
}

/// How much changes when all words move on, with rotary positions used rightly and wrongly.
struct RotaryMistakes {
    double values_alone = 0;   ///< outputs, only queries and keys turned
    double values_turned = 0;  ///< outputs, values turned as well
    double halves = 0;         ///< scores, the other convention in queries and keys
    double mixed = 0;          ///< scores, one convention in queries and the other in keys
};

/// Move the words on, and see what changes.
///
/// \param Q      shape (n, d_k), d_k even
/// \param K      shape (n, d_k)
/// \param V      shape (n, d_v), d_v even
/// \param steps  how many places the words move
inline RotaryMistakes mistakes_moved(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t steps)
{
    const auto output = [&](std::size_t first, const Matrix& values) {
        return scaled_dot_product_attention(rotated(Q, first), rotated(K, first), values).output;
    };
    const auto by_halves = [&](std::size_t first) {
        return score_matrix(rotated(halves_side_by_side(Q), first), rotated(halves_side_by_side(K), first));
    };
    return {common::difference(output(0, V), output(steps, V)),
            common::difference(output(0, rotated(V)), output(steps, rotated(V, steps))),
            common::difference(by_halves(0), by_halves(steps)),
            common::difference(scores_of_mixed_pairs(Q, K, 0), scores_of_mixed_pairs(Q, K, steps))};
}

}  // namespace attention
