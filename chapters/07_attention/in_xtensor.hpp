/// \file
/// Chapter 7: the whole formula as an xtensor user writes it.
#pragma once

#include "07_attention/attention.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <xtensor-blas/xlinalg.hpp>

namespace attention::in_xtensor
{

/// Dot-product attention for finite scores: the same as `attention::dot_product_attention`.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \param V  values, one for each key, shape (m, d_v)
/// \return   output, shape (n, d_v), and weights, shape (n, m); for m = 0 every output is 0
/// \throws std::invalid_argument  where the shapes do not fit
inline Attention dot_product_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    common::require(Q.shape(1) == K.shape(1), "dot_product_attention: Q has d_k = {} columns but K has {}", Q.shape(1),
                    K.shape(1));
    common::require(K.shape(0) == V.shape(0), "dot_product_attention: K has m = {} rows but V has {}", K.shape(0),
                    V.shape(0));
    const bool empty = Q.size() == 0 || K.size() == 0 || V.size() == 0;
    if (empty) return attention::dot_product_attention(Q, K, V);  // BLAS wants numbers

    const Matrix scores = xt::linalg::dot(Q, xt::transpose(K));   // (n, m)
    const Matrix row_max = xt::amax(scores, {1}, xt::keep_dims);  // (n, 1)
    const Matrix exps = xt::exp(scores - row_max);                // (n, m), none above 1
    const Matrix sums = xt::sum(exps, {1}, xt::keep_dims);        // (n, 1)
    const Matrix weights = exps / sums;                           // (n, m), each row sums to 1
    const Matrix output = xt::linalg::dot(weights, V);            // (n, d_v)
    return {output, weights};
}

}  // namespace attention::in_xtensor
