/// \file
/// Chapter 6: the scores of all queries with all keys, as one matrix.
#pragma once

#include "01_similarity/similarity.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// S = Q K^T, written out: S_ij is the dot product of query i with key j.
///
/// Slow, but easy to follow. `score_matrix` is tested against it.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \return   scores, shape (n, m)
/// \throws std::invalid_argument  unless queries and keys have the same d_k
inline Matrix score_matrix_by_loops(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Vector q = row_of(Q, i);
        set_row(scores, i, score_row(q, K));
    }
    return scores;
}

/// S = Q K^T, as one product of matrices.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \return   scores, shape (n, m); all 0 where d_k is 0
/// \throws std::invalid_argument  unless queries and keys have the same d_k
inline Matrix score_matrix(const Matrix& Q, const Matrix& K)
{
    common::require(Q.shape(1) == K.shape(1),
                    "score_matrix: Q has d_k = {} columns but K has {}; queries and keys must have the same d_k",
                    Q.shape(1), K.shape(1));
    return common::product_transposed(Q, K);  // (n, d_k) (d_k, m) -> (n, m)
}

}  // namespace attention
