/// \file
/// Chapter 12: does anything about the last word reach the words before it?
#pragma once

#include "12_masks/masked_attention.hpp"

#include "common/difference.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// How far the outputs before the last word move when the last word changes.
///
/// \param Q     queries, shape (n, d_k)
/// \param K     keys, shape (n, d_k), n at least 2
/// \param V     values, shape (n, d_v)
/// \param mask  true = may attend, shape (n, n)
/// \return      the largest change of any number; 0 if nothing leaks, infinity if one became NaN
inline double leak(const Matrix& Q, const Matrix& K, const Matrix& V, const BoolMatrix& mask)
{
    const std::size_t last = K.shape(0) - 1;
    Matrix other_K = K;
    Matrix other_V = V;
    set_row(other_K, last, 3.0 - row_of(K, last));
    set_row(other_V, last, 7.0 + row_of(V, last));
    const Matrix before = scaled_dot_product_attention(Q, K, V, mask).output;
    const Matrix after = scaled_dot_product_attention(Q, other_K, other_V, mask).output;
    const Matrix earlier_before = xt::view(before, xt::range(0, static_cast<std::ptrdiff_t>(last)), xt::all());
    const Matrix earlier_after = xt::view(after, xt::range(0, static_cast<std::ptrdiff_t>(last)), xt::all());
    return common::difference(earlier_before, earlier_after);
}

}  // namespace attention
