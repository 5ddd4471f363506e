/// \file
/// Chapter 3, an experiment: what the weights of cat, sat and mat must satisfy, whatever they are.
#pragma once

#include "common/tensor.hpp"

namespace attention
{

/// Two checks of a table of weights that need no exponential.
struct Symmetries {
    Vector sat;     ///< sat's row as cat's row demands it, shape (3)
    double in_cat;  ///< the larger weight over the smaller in cat's row, for two scores that are 1 apart
    double in_mat;  ///< the same in mat's row, where the scores are 1 apart as well
};

/// Check the weights of cat [1, 0], sat [0, 1] and mat [1, 1].
///
/// Swapping the two coordinates of every vector turns cat into sat and sat into cat, so sat's row must be cat's with
/// its first two weights swapped. And softmax depends only on differences, so equal gaps between scores give equal
/// ratios.
///
/// \param weights  one word per row, shape (3, 3)
/// \return         what must agree: `sat` with row 1, and the two ratios with each other
inline Symmetries symmetries_of(const Matrix& weights)
{
    return {.sat = {weights(0, 1), weights(0, 0), weights(0, 2)},
            .in_cat = weights(0, 0) / weights(0, 1),
            .in_mat = weights(2, 2) / weights(2, 0)};
}

}  // namespace attention
