/// \file
/// Chapter 16: positions as rotations of queries and keys.
#pragma once

#include "16_positions/frequency.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// Turn each pair of neighbouring coordinates by an angle that grows with the position (Su et al. 2021, equation 34).
///
/// For queries and keys, not for values. Turning both by the same angle leaves their dot product as it was, so a score
/// depends on how far apart the two are, not on where they are.
///
/// \param X      queries or keys, one per row, shape (n, d_k), d_k even
/// \param first  the position of the first row, counted the same way for queries and keys
/// \return       shape (n, d_k), each row of the same length as before
/// \throws std::invalid_argument  if d_k is odd
inline Matrix rotated(const Matrix& X, std::size_t first = 0)
{
    const std::size_t d_k = X.shape(1);
    common::require(d_k % 2 == 0, "rotated: the rows have d_k = {} numbers; an even number is needed, to make pairs",
                    d_k);
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t c = 0; c < d_k; c += 2) {
            const double angle = static_cast<double>(first + i) * turn_per_step(c / 2, d_k);
            turned(i, c) = X(i, c) * std::cos(angle) - X(i, c + 1) * std::sin(angle);
            turned(i, c + 1) = X(i, c) * std::sin(angle) + X(i, c + 1) * std::cos(angle);
        }
    }
    return turned;
}

}  // namespace attention
