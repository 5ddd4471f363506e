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
/// In each draw 16 queries meet the same keys, as they do in attention. Most of the time goes into making normal numbers, and
/// this needs a fifth of what 16 queries with keys of their own would.
///
/// \param d_k     coordinates of a query and of a key
/// \param m       keys in each draw
/// \param draws   how often queries and keys are drawn anew
/// \param random  where the numbers come from
/// \return        shape (16 draws, m): one row per query
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

/// The variance of some scores: the mean of their squared distances from their mean.
///
/// \param scores  shape (n, m); all entries count alike
/// \return        at least 0; NaN for no scores
inline double score_variance(const Matrix& scores)
{
    const double mean = xt::mean(scores)();
    const Matrix squared_distances = xt::square(scores - mean);  // (n, m)
    return xt::mean(squared_distances)();
}

/// The gradient at softmax's input, from the gradient at its output: J g, with the Jacobian J of softmax.
///
/// J (m, m) is never formed. Since J_ij = A_i (delta_ij - A_j), row i of the product is A_i (g_i - sum_j A_j g_j).
///
/// \param weights   A, what softmax returned, shape (m)
/// \param upstream  g, how much the loss changes with each weight, shape (m)
/// \return          how much the loss changes with each score, shape (m); sums to 0
/// \throws std::invalid_argument  unless there is a number in g for each weight
inline Vector gradient_through_softmax(const Vector& weights, const Vector& upstream)
{
    common::require(weights.size() == upstream.size(),
                    "gradient_through_softmax: there are {} weights but {} derivatives; each weight needs one",
                    weights.size(), upstream.size());
    const double mean = dot(weights, upstream);  // g, averaged by the weights
    return weights * (upstream - mean);
}

/// What softmax makes of many rows of scores.
struct Saturation {
    double entropy = 0;         ///< mean over the rows, in nats: 0 if one key has everything, ln m if all are equal
    double largest_weight = 0;  ///< mean over the rows
    double vanished = 0;        ///< share of the rows in which J g is shorter than 1/1000
};

/// Measure how saturated softmax is: how close its rows are to giving one key everything, and what that does to gradients.
///
/// \param scores    what softmax is given, shape (n, m), n at least 1
/// \param upstream  for each row the gradient at its weights, shape (n, m)
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
