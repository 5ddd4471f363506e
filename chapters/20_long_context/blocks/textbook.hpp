/// \file
/// Chapter 20, rung 2: attention as a textbook writes it, all scores at once, in xtensor.
#pragma once

#include "common/tensor.hpp"

#include <xtensor-blas/xlinalg.hpp>

#include <cmath>

namespace attention
{

/// A matrix of floats.
using FloatMatrix = xt::xtensor<float, 2>;

/// Attention, every query to every key.
///
/// \param Q  queries, shape (n, d_k)
/// \param K  keys, at least one, shape (m, d_k)
/// \param V  values, shape (m, d_v)
/// \return   output, shape (n, d_v)
inline FloatMatrix textbook_attention(const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V)
{
    const float scale = 1 / std::sqrt(static_cast<float>(Q.shape(1)));
    const FloatMatrix scores = xt::linalg::dot(Q, xt::transpose(K)) * scale;  // (n, m)
    const FloatMatrix row_max = xt::amax(scores, {1}, xt::keep_dims);         // (n, 1)
    const FloatMatrix exps = xt::exp(scores - row_max);                       // (n, m)
    const FloatMatrix sums = xt::sum(exps, {1}, xt::keep_dims);               // (n, 1)
    const FloatMatrix weights = exps / sums;                                  // (n, m)
    return xt::linalg::dot(weights, V);                                       // (n, d_v)
}

}  // namespace attention
