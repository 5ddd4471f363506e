/// \file
/// Chapter 16: mistakes with rotary positions, to see how each gives itself away.
#pragma once

#include "16_positions/rotary.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The other convention pairs coordinate c with c + d_k / 2, not with its neighbour. Here such pairs are put side by side.
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
    // A dot product does not mind the order of its coordinates, as long as both have the same. So the keys stay in the
    // order in which they were turned, and the queries follow.
    return score_matrix(halves_side_by_side(rotated(Q, first)), rotated(halves_side_by_side(K), first));
}

}  // namespace attention
