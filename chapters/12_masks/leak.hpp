/// \file
/// Chapter 12: whose change reaches whom? A test for masks.
#pragma once

#include "12_masks/masked_attention.hpp"

#include "common/difference.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace attention
{

/// Change each word in turn, and see how far each output moves.
///
/// \param Q     queries, shape (n, d_k)
/// \param K     keys, shape (n, d_k)
/// \param V     values, shape (n, d_v)
/// \param mask  true = may attend, shape (n, n)
/// \return      for output i and changed word j the largest change of any number, shape (n, n); infinity if one became NaN
inline Matrix influence(const Matrix& Q, const Matrix& K, const Matrix& V, const BoolMatrix& mask)
{
    const Matrix before = scaled_dot_product_attention(Q, K, V, mask).output;
    Matrix moved = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        Matrix other_K = K;
        Matrix other_V = V;
        set_row(other_K, j, 3.0 - row_of(K, j));
        set_row(other_V, j, 7.0 + row_of(V, j));
        const Matrix after = scaled_dot_product_attention(Q, other_K, other_V, mask).output;
        for (std::size_t i = 0; i < Q.shape(0); ++i)
            moved(i, j) = common::difference(row_of(after, i), row_of(before, i));
    }
    return moved;
}

/// The most that a later word moves an earlier output. Under a causal mask it must be 0.
/// \param moved  from `influence`, shape (n, n)
inline double leak(const Matrix& moved)
{
    double largest = 0.0;
    for (std::size_t i = 0; i < moved.shape(0); ++i) {
        for (std::size_t j = i + 1; j < moved.shape(1); ++j) largest = std::max(largest, moved(i, j));
    }
    return largest;
}

/// The least that a word moves its own output or a later one. Under a causal mask it must not be 0: something visible would be
/// hidden.
/// \param moved  from `influence`, shape (n, n), n at least 1
inline double least_heard(const Matrix& moved)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < moved.shape(0); ++i) {
        for (std::size_t j = 0; j <= i; ++j) least = std::min(least, moved(i, j));
    }
    return least;
}

}  // namespace attention
