/// \file
/// Chapter 16: one head, and six ways to tell it where its words are.
#pragma once

#include "16_positions/learned.hpp"
#include "16_positions/linear_bias.hpp"
#include "16_positions/rotary.hpp"
#include "16_positions/sinusoidal.hpp"

#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "12_masks/masks.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>

namespace attention
{

/// Where positions come in, if anywhere.
enum class Scheme {
    none,         ///< nowhere
    causal_mask,  ///< no later word may be seen
    learned,      ///< a row of a table is added to each word
    sinusoidal,   ///< a row of sines and cosines is added to each word
    rotary,       ///< queries and keys are turned
    linear_bias,  ///< scores are lowered by the distance
};

/// Their names, in the order of `Scheme`.
inline const std::array<std::string, 6> scheme_names = {"none",       "causal mask", "learned table",
                                                        "sinusoidal", "rotary",      "linear bias"};

/// One head, and what some of the schemes need besides.
struct PositionedHead {
    Projections W;       ///< W_Q and W_K of shape (d_model, d_k), W_V of shape (d_model, d_v)
    Matrix table;        ///< of learned positions, shape (length, d_model)
    double slope = 0.5;  ///< of the linear bias
};

/// A head of random projections, with a random table.
///
/// \param d       coordinates of a word, a query, a key and a value
/// \param length  places in the table
/// \param random  where the numbers come from
inline PositionedHead random_head(std::size_t d, std::size_t length, common::Random& random)
{
    const double spread = 1.0 / std::sqrt(static_cast<double>(d));
    PositionedHead head;
    for (Matrix* W : {&head.W.W_Q, &head.W.W_K, &head.W.W_V}) *W = spread * random.normal_matrix(d, d);
    head.table = random.normal_matrix(length, d);
    return head;
}

/// What the head computes for some words.
struct PositionedAttention {
    Matrix scores;  ///< scaled, with whatever the scheme adds, shape (n, n)
    Matrix output;  ///< shape (n, d_v)
};

/// Scaled dot-product attention over words that have places.
///
/// \param scheme  how the head is told the places
/// \param head    its projections, and its table
/// \param X       one word per row, without positions, shape (n, d_model)
/// \param first   the position of the first word
/// \return        scores and output
/// \throws std::invalid_argument  beyond the end of a learned table
inline PositionedAttention attend_at(Scheme scheme, const PositionedHead& head, const Matrix& X, std::size_t first = 0)
{
    const std::size_t n = X.shape(0);
    Matrix words = X;
    if (scheme == Scheme::learned) words += learned_positions(head.table, n, first);
    if (scheme == Scheme::sinusoidal) words += sinusoidal_positions(n, X.shape(1), first);

    Roles roles = roles_of(words, head.W);
    if (scheme == Scheme::rotary) {
        roles.Q = rotated(roles.Q, first);
        roles.K = rotated(roles.K, first);
    }

    PositionedAttention result;
    result.scores = score_matrix(roles.Q, roles.K) / std::sqrt(static_cast<double>(roles.Q.shape(1)));
    if (scheme == Scheme::linear_bias) result.scores += linear_bias(n, n, head.slope, first, first);
    if (scheme == Scheme::causal_mask) result.scores = masked_scores(result.scores, causal_mask(n, n));
    result.output = common::product(softmax_rows(result.scores), roles.V);
    return result;
}

}  // namespace attention
