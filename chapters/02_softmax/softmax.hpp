/// \file
/// Chapter 2: scores become weights.
#pragma once

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

/// Turn scores into weights that are not negative and sum to 1: softmax(s)_j = exp(s_j) / sum_l exp(s_l).
///
/// The largest score is subtracted first. That changes no weight, since softmax depends only on differences, and it
/// keeps exp from overflowing.
///
/// \param scores  shape (m); -infinity marks an entry that must get weight 0
/// \return        weights, shape (m); all 0 where every score is -infinity, since there is nobody to listen to;
///                all NaN where a score is NaN or +infinity; empty for no scores
inline Vector softmax(const Vector& scores)
{
    constexpr double nothing = -std::numeric_limits<double>::infinity();
    double largest = nothing;
    for (const double score : scores) largest = std::fmax(largest, score);
    if (largest == nothing) largest = 0.0;  // -infinity minus -infinity would be NaN

    const Vector exps = xt::exp(scores - largest);  // (m), none above 1
    double sum = 0.0;
    for (const double e : exps) sum += e;
    if (sum == 0.0) return exps;  // every score was -infinity
    return exps / sum;
}

/// Softmax exactly as the formula says, for comparison. It overflows where a score is above 709.78.
///
/// \param scores  shape (m)
/// \return        weights, shape (m); NaN or 0 where exp overflowed
inline Vector naive_softmax(const Vector& scores)
{
    const Vector exps = xt::exp(scores);  // (m)
    double sum = 0.0;
    for (const double e : exps) sum += e;
    return exps / sum;
}

/// Softmax of each row by itself: one distribution for each query.
///
/// \param scores  shape (n, m)
/// \return        weights, shape (n, m); each row is the `softmax` of its scores
inline Matrix softmax_rows(const Matrix& scores)
{
    Matrix weights = xt::zeros_like(scores);
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);  // (m)
        set_row(weights, i, softmax(row));
    }
    return weights;
}

/// How each weight moves when a score moves: dA_i / ds_j = A_i (delta_ij - A_j).
///
/// \param weights  A, what softmax returned, shape (m)
/// \return         the slopes, shape (m, m): row i, column j says how A_i moves with s_j; rows and columns sum to 0
inline Matrix softmax_jacobian(const Vector& weights)
{
    const std::size_t m = weights.size();
    Matrix J = xt::zeros<double>({m, m});
    for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t j = 0; j < m; ++j) J(i, j) = weights(i) * ((i == j ? 1.0 : 0.0) - weights(j));
    }
    return J;
}

}  // namespace attention
