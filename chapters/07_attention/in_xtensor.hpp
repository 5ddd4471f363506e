/// \file
/// Chapter 7: attention from the pieces that chapters 2 and 6 wrote as an xtensor user writes them.
#pragma once

#include "02_softmax/in_xtensor.hpp"
#include "06_score_matrix/in_xtensor.hpp"
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
    const Matrix scores = score_matrix(Q, K);  // (n, m), by xt::linalg::dot
    if (scores.size() == 0) return {common::product(scores, V), scores};

    const Matrix weights = softmax_rows(scores);        // (n, m), by xt::amax, xt::exp and xt::sum
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}

}  // namespace attention::in_xtensor
