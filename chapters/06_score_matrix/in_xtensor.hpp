/// \file
/// Chapter 6: the score matrix as an xtensor user writes it.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <xtensor-blas/xlinalg.hpp>

namespace attention::in_xtensor
{

/// S = Q K^T: the same as `attention::score_matrix`.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \return   scores, shape (n, m)
/// \throws std::invalid_argument  unless queries and keys have the same d_k
inline Matrix score_matrix(const Matrix& Q, const Matrix& K)
{
    common::require(Q.shape(1) == K.shape(1), "score_matrix: Q has d_k = {} columns but K has {}", Q.shape(1),
                    K.shape(1));
    if (Q.size() == 0 || K.size() == 0) return xt::zeros<double>({Q.shape(0), K.shape(0)});  // BLAS wants numbers

    return xt::linalg::dot(Q, xt::transpose(K));  // (n, d_k) (d_k, m) -> (n, m)
}

}  // namespace attention::in_xtensor
