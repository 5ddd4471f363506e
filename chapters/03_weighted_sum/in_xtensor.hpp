/// \file
/// Chapter 3 again, the way an xtensor user writes it: the whole matrix of values at once.
#pragma once

#include "common/tensor.hpp"

namespace attention::in_xtensor
{

/// Add up the values, each multiplied by its weight. `xt::view` with `xt::newaxis()` turns the weights into a column,
/// which multiplies every column of V; `xt::sum(..., {0})` adds up down the columns.
///
/// \param weights  A, shape (m), at least one
/// \param V        the values, one per row, shape (m, d_v)
/// \return         the output, shape (d_v)
inline Vector weighted_sum(const Vector& weights, const Matrix& V)
{
    const Matrix column = xt::view(weights, xt::all(), xt::newaxis());  // (m, 1)
    const Matrix parts = column * V;                                    // (m, d_v)
    return xt::sum(parts, {0});                                         // (d_v)
}

}  // namespace attention::in_xtensor
