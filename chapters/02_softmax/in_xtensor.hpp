/// \file
/// Chapter 2 again, the way an xtensor user writes it: whole vectors and matrices instead of loops.
#pragma once

#include "common/tensor.hpp"

namespace attention::in_xtensor
{

/// Turn scores into weights. `xt::amax` finds the largest score, `xt::exp` takes the exponential of every number, and
/// `xt::sum` adds them up.
///
/// \param scores  shape (m), m at least 1; unlike the loop, this gives NaN where every score is -infinity
/// \return        weights, shape (m), none negative, with sum 1
inline Vector softmax(const Vector& scores)
{
    const double largest = xt::amax(scores)();
    const Vector exps = xt::exp(scores - largest);  // (m), none above 1
    const double sum = xt::sum(exps)();
    return exps / sum;
}

/// Softmax of each row by itself. `{1}` goes along the rows, and `xt::keep_dims` keeps what belongs to a row as a
/// column, so that it lines up with the row. Each column gets a name of its own: docs/pitfalls.md
/// says why.
///
/// \param scores  shape (n, m), m at least 1
/// \return        weights, shape (n, m), one distribution per row
inline Matrix softmax_rows(const Matrix& scores)
{
    const Matrix row_max = xt::amax(scores, {1}, xt::keep_dims);  // (n, 1)
    const Matrix exps = xt::exp(scores - row_max);                // (n, m)
    const Matrix sums = xt::sum(exps, {1}, xt::keep_dims);        // (n, 1)
    return exps / sums;                                           // (n, m)
}

}  // namespace attention::in_xtensor
