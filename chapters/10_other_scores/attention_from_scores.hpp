/// \file
/// Chapter 10: attention, whatever the scores are.
#pragma once

#include "02_softmax/softmax.hpp"
#include "07_attention/attention.hpp"
#include "10_other_scores/other_scores.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

namespace attention
{

/// The second half of attention: scores become weights, and weights blend the values.
///
/// \param scores  how well each key fits each query, shape (n, m)
/// \param V       values, one for each key, shape (m, d_v)
/// \return        output, shape (n, d_v), and weights, shape (n, m); for m = 0 every output is 0
/// \throws std::invalid_argument  unless there is a value for each column of scores
inline Attention attention_from_scores(const Matrix& scores, const Matrix& V)
{
    common::require(scores.shape(1) == V.shape(0),
                    "attention_from_scores: scores have m = {} columns but V has {} rows; each key needs one value",
                    scores.shape(1), V.shape(0));
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}

/// Laplace attention: the nearer a key, the larger its weight.
///
/// \param Q      queries, one per row, shape (n, d_k)
/// \param K      keys, one per row, shape (m, d_k)
/// \param V      values, one for each key, shape (m, d_v)
/// \param width  the distance that costs a factor of e in weight, above 0
/// \return       output, shape (n, d_v), and weights, shape (n, m); for m = 0 every output is 0
/// \throws std::invalid_argument  unless the shapes fit and width is above 0
/// Kim et al. 2019, Attentive Neural Processes; there without a width.
inline Attention laplace_attention(const Matrix& Q, const Matrix& K, const Matrix& V, double width = 1.0)
{
    return attention_from_scores(laplace_scores(Q, K, width), V);
}

}  // namespace attention
