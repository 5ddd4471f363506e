/// \file
/// Chapter 7: the whole formula, softmax(Q K^T) V.
#pragma once

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

namespace attention
{

/// What attention returns: what each query found, and where.
struct Attention {
    Matrix output;   ///< one blend of values per query, shape (n, d_v)
    Matrix weights;  ///< how much of each value is in it, shape (n, m); each row sums to 1
};

/// Dot-product attention, without scaling: softmax(Q K^T) V.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \param V  values, one for each key, shape (m, d_v)
/// \return   output, shape (n, d_v), and weights, shape (n, m); for m = 0 every output is 0
/// \throws std::invalid_argument  unless queries and keys have the same d_k, and there are as many values as keys
inline Attention dot_product_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    common::require(
        Q.shape(1) == K.shape(1),
        "dot_product_attention: Q has d_k = {} columns but K has {}; queries and keys must have the same d_k",
        Q.shape(1), K.shape(1));
    common::require(K.shape(0) == V.shape(0),
                    "dot_product_attention: K has m = {} rows but V has {}; each key needs one value", K.shape(0),
                    V.shape(0));

    const Matrix scores = score_matrix(Q, K);           // (n, m)
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}

}  // namespace attention
