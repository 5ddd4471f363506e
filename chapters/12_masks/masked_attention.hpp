/// \file
/// Chapter 12: scaled dot-product attention that looks only where it may.
#pragma once

#include "12_masks/masks.hpp"

#include "07_attention/attention.hpp"
#include "09_scaling/scaled_attention.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// The weighted sum of the values that each query may see.
///
/// The same as the product of weights and V, except that what a query may not see cannot reach its output, not even as
/// 0 times NaN.
///
/// \param weights  shape (n, m), 0 where the mask forbids
/// \param V        values, shape (m, d_v)
/// \param mask     true = may attend, shape (n, m)
/// \return         shape (n, d_v)
inline Matrix visible_sum(const Matrix& weights, const Matrix& V, const BoolMatrix& mask)
{
    Matrix output = xt::zeros<double>({weights.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        for (std::size_t j = 0; j < V.shape(0); ++j) {
            if (!mask(i, j)) continue;
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return output;
}

/// Scaled dot-product attention under a mask: softmax(Q K^T / sqrt(d_k), where allowed) V.
///
/// \param Q     queries, shape (n, d_k)
/// \param K     keys, shape (m, d_k)
/// \param V     values, shape (m, d_v)
/// \param mask  true = may attend, shape (n, m)
/// \return      output, shape (n, d_v), and weights, shape (n, m). A query that may attend to nothing gets weights 0 and
///              output 0. A NaN in Q or K turns the rows of the queries that may see it into NaN, a NaN in V
///              its column of their outputs. No other query is affected.
/// \throws std::invalid_argument  unless queries and keys have the same d_k, each key has a value, and the mask has a row for
///              each query and a column for each key
inline Attention scaled_dot_product_attention(const Matrix& Q, const Matrix& K, const Matrix& V, const BoolMatrix& mask)
{
    common::require(K.shape(0) == V.shape(0),
                    "scaled_dot_product_attention: K has m = {} rows but V has {}; each key needs one value",
                    K.shape(0), V.shape(0));
    common::require(
        mask.shape(0) == Q.shape(0) && mask.shape(1) == K.shape(0),
        "scaled_dot_product_attention: the mask is ({}, {}) but there are {} queries and {} keys; it needs a "
        "row for each query and a column for each key",
        mask.shape(0), mask.shape(1), Q.shape(0), K.shape(0));

    const Matrix scores = score_matrix(Q, K);                                                          // (n, m)
    const Matrix scaled_scores = scores / std::sqrt(std::fmax(1.0, static_cast<double>(Q.shape(1))));  // (n, m)
    const Matrix weights = masked_softmax_rows(scaled_scores, mask);                                   // (n, m)
    const Matrix output = visible_sum(weights, V, mask);                                               // (n, d_v)
    return {output, weights};
}

}  // namespace attention
