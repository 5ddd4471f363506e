/// \file
/// Chapter 7: a sentence from words to new vectors, with every matrix on the way.
#pragma once

#include "05_queries_keys_values/projections.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

namespace attention
{

/// Everything from the roles of the words to their new vectors.
struct Steps {
    Roles roles;     ///< Q, K and V, each with n rows
    Matrix scores;   ///< Q K^T, shape (n, n)
    Matrix weights;  ///< softmax of each row of scores, shape (n, n)
    Matrix output;   ///< weights V, shape (n, d_model)
    Matrix after;    ///< X + output, shape (n, d_model): what was there, and what was gathered
};

/// Let every word of a sentence ask all its words, and add what it gets to what it was.
///
/// \param X  the words, one per row, shape (n, d_model)
/// \param W  the projections, each with d_model rows, and d_model columns in W_V
/// \return   every matrix on the way
/// \throws std::invalid_argument  unless the output is as wide as X
inline Steps step_by_step(const Matrix& X, const Projections& W)
{
    common::require(W.W_V.shape(1) == X.shape(1),
                    "step_by_step: words have {} coordinates but values have {}; to add them, both need the same",
                    X.shape(1), W.W_V.shape(1));
    const Roles roles = roles_of(X, W);                                               // (n, d_k), (n, d_k), (n, d_v)
    const auto [output, weights] = dot_product_attention(roles.Q, roles.K, roles.V);  // (n, d_v), (n, n)
    const Matrix after = X + output;                                                  // (n, d_model)

    const Matrix scores = score_matrix(roles.Q, roles.K);  // (n, n), once more: attention does not return them
    return {roles, scores, weights, output, after};
}

}  // namespace attention
