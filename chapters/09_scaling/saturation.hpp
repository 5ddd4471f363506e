/// \file
/// Chapter 9: what softmax makes of random scores, and how much gradient it lets through.
#pragma once

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "08_patterns/entropy.hpp"

#include "common/random.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The scores of random queries with random keys, every coordinate normal with mean 0 and variance 1.
///
/// In each draw 16 queries meet the same keys, as they do in attention. Making normal numbers takes most of the time, and
/// this needs a fifth of those that 16 queries with keys of their own would.
///
/// \param d_k     coordinates of a query and of a key
/// \param m       keys in each draw
/// \param draws   how often queries and keys are drawn anew
/// \param random  where the numbers come from
/// \return        shape (16 draws, m): one row a query
inline Matrix random_scores(std::size_t d_k, std::size_t m, std::size_t draws, common::Random& random)
{
    constexpr std::size_t queries = 16;
    Matrix scores = xt::zeros<double>({draws * queries, m});
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const Matrix Q = random.normal_matrix(queries, d_k);  // (16, d_k)
        const Matrix K = random.normal_matrix(m, d_k);        // (m, d_k)
        const std::size_t first = draw * queries;
        xt::view(scores, xt::range(first, first + queries), xt::all()) = score_matrix(Q, K);
    }
    return scores;
}

/// The variance of some scores: the mean square of their distance from their mean.
///
/// \param scores  shape (n, m); rows and columns make no difference
/// \return        at least 0; NaN for no scores
inline double score_variance(const Matrix& scores)
{
    const auto count = static_cast<double>(scores.size());
    const double mean = xt::sum(scores)() / count;
    double sum = 0.0;
    for (const double score : scores) sum += (score - mean) * (score - mean);
    return sum / count;
}

/// How a loss changes with the scores, when it is known how it changes with the weights: J g, for the Jacobian J of
/// softmax.
///
/// J (m, m) is never formed. Since J_ij = A_i (delta_ij - A_j), row i of the product is A_i (g_i - sum_j A_j g_j).
///
/// \param weights   A, what softmax returned, shape (m)
/// \param upstream  g, the derivatives of the loss by the weights, shape (m)
/// \return          the derivatives of the loss by the scores, shape (m); they sum to 0
/// \throws std::invalid_argument  unless there is a derivative for each weight
inline Vector gradient_through_softmax(const Vector& weights, const Vector& upstream)
{
    common::require(weights.size() == upstream.size(),
                    "gradient_through_softmax: there are {} weights but {} derivatives; each weight needs one",
                    weights.size(), upstream.size());
    const double mean = dot(weights, upstream);  // what the weights make of g on average
    return weights * (upstream - mean);
}

/// What softmax makes of many rows of scores.
struct Saturation {
    double entropy = 0;         ///< mean over the rows, in nats: 0 is a choice of one key, ln m is no choice at all
    double largest_weight = 0;  ///< mean over the rows
    double vanished = 0;        ///< share of the rows in which J g is shorter than 1/1000
};

/// Measure how far softmax is saturated: how near its rows are to a choice of one key, and what that does to gradients.
///
/// \param scores    what softmax is given, shape (n, m), n at least 1
/// \param upstream  for each row a gradient that arrives at its weights, shape (n, m)
/// \return          means and share over the n rows
/// \throws std::invalid_argument  unless both have the same shape, with at least one row
inline Saturation saturation(const Matrix& scores, const Matrix& upstream)
{
    common::require(scores.shape() == upstream.shape() && scores.shape(0) > 0,
                    "saturation: scores are ({}, {}) and upstream ({}, {}); both need the same shape, and a row",
                    scores.shape(0), scores.shape(1), upstream.shape(0), upstream.shape(1));
    const std::size_t n = scores.shape(0);
    const double share = 1.0 / static_cast<double>(n);
    Saturation measured;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector weights = softmax(row_of(scores, i));  // (m)
        const Vector g = row_of(upstream, i);               // (m)
        const double length = norm(gradient_through_softmax(weights, g));
        measured.entropy += share * entropy(weights);
        measured.largest_weight += share * xt::amax(weights)();
        measured.vanished += length < 1e-3 ? share : 0.0;
    }
    return measured;
}

}  // namespace attention
