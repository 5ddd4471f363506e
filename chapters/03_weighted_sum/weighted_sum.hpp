/// \file
/// Chapter 3: weights and values become one output.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// Add up the values, each multiplied by its weight: o = sum_j A_j v_j.
///
/// With weights that are not negative and sum to 1 this is an average, and so it stays in the convex hull of the
/// values: no coordinate of the output is above the largest or below the smallest of its column.
///
/// \param weights  A, shape (m)
/// \param V        the values, one per row, shape (m, d_v)
/// \return         the output, shape (d_v); all 0 for no values. A NaN or an infinity in a value spoils it even at
///                 weight 0, because 0 times infinity is NaN
/// \throws std::invalid_argument  unless there is a weight for each value
inline Vector weighted_sum(const Vector& weights, const Matrix& V)
{
    common::require(weights.size() == V.shape(0),
                    "weighted_sum: {} weights were given but V has {} rows; each value needs one weight",
                    weights.size(), V.shape(0));
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);
    }
    return output;
}

}  // namespace attention
