/// \file
/// Chapter 7: attention as an xtensor user writes it, softmax included.
#pragma once

#include "07_attention/attention.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

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
    const Matrix scores = common::product_transposed(Q, K);  // (n, m)
    if (scores.size() == 0) return {common::product(scores, V), scores};

    const Vector largest = xt::amax(scores, {1});                                       // (n)
    const Matrix exps = xt::exp(scores - xt::view(largest, xt::all(), xt::newaxis()));  // (n, m)
    const Vector sums = xt::sum(exps, {1});                                             // (n)
    const Matrix weights = exps / xt::view(sums, xt::all(), xt::newaxis());             // (n, m)
    return {common::product(weights, V), weights};                                      // (n, d_v), (n, m)
}

}  // namespace attention::in_xtensor
