/// \file
/// Chapter 9: attention with its scores divided by the square root of d_k.
#pragma once

#include "07_attention/attention.hpp"

#include "common/tensor.hpp"

#include <cmath>

namespace attention
{

/// Scaled dot-product attention: softmax(Q K^T / sqrt(d_k)) V (Vaswani et al. 2017, equation 1).
///
/// The dot product of two random vectors of d_k coordinates has variance d_k. Dividing by sqrt(d_k) brings that back to 1, so
/// softmax is as sharp for long vectors as for short ones.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \param V  values, one for each key, shape (m, d_v)
/// \return   output, shape (n, d_v), and weights, shape (n, m); for d_k = 0 all scores are 0, for m = 0 every output is 0
/// \throws std::invalid_argument  unless queries and keys have the same d_k, and there are as many values as keys
inline Attention scaled_dot_product_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    if (Q.shape(1) == 0) return dot_product_attention(Q, K, V);              // nothing to scale
    const Matrix scaled_Q = Q / std::sqrt(static_cast<double>(Q.shape(1)));  // the same as dividing every score
    return dot_product_attention(scaled_Q, K, V);
}

}  // namespace attention
