/// \file
/// Chapter 14: how an output changes with its query is a covariance.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The covariance of values and keys, each pair counted by its weight: sum_j A_j (v_j - mean v) (k_j - mean k)^T.
///
/// Times the scale, this is how the output of a query changes with the query. If all the keys it looks at have the same value, or
/// one key has all the weight, moving the query changes nothing.
///
/// \param weights  A of one query, sums to 1, shape (m)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \return         shape (d_v, d_k)
/// \throws std::invalid_argument  unless there is a key and a value for each weight
inline Matrix weighted_covariance(const Vector& weights, const Matrix& K, const Matrix& V)
{
    common::require(K.shape(0) == weights.size() && V.shape(0) == weights.size(),
                    "weighted_covariance: there are {} weights, {} keys and {} values; all need the same number",
                    weights.size(), K.shape(0), V.shape(0));
    Vector mean_k = xt::zeros<double>({K.shape(1)});
    Vector mean_v = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < weights.size(); ++j) {
        mean_k += weights(j) * row_of(K, j);
        mean_v += weights(j) * row_of(V, j);
    }
    Matrix covariance = xt::zeros<double>({V.shape(1), K.shape(1)});
    for (std::size_t j = 0; j < weights.size(); ++j) {
        for (std::size_t r = 0; r < V.shape(1); ++r) {
            for (std::size_t c = 0; c < K.shape(1); ++c) {
                covariance(r, c) += weights(j) * (V(j, r) - mean_v(r)) * (K(j, c) - mean_k(c));
            }
        }
    }
    return covariance;
}

}  // namespace attention
