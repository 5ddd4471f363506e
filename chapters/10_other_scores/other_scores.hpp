/// \file
/// Chapter 10: four other ways to say how well a key fits a query.
#pragma once

#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// Laplace scores: minus the distance, measured along the axes: s_ij = -sum_c |q_ic - k_jc| / width.
///
/// \param Q      queries, one per row, shape (n, d_k)
/// \param K      keys, one per row, shape (m, d_k)
/// \param width  the distance that costs a score of 1, above 0
/// \return       scores, shape (n, m), none above 0; exactly 0 where a key equals the query
/// \throws std::invalid_argument  unless queries and keys have the same d_k and width is above 0
/// Kim et al. 2019, Attentive Neural Processes; there without a width.
inline Matrix laplace_scores(const Matrix& Q, const Matrix& K, double width = 1.0)
{
    common::require(Q.shape(1) == K.shape(1),
                    "laplace_scores: Q has d_k = {} columns but K has {}; queries and keys must have the same d_k",
                    Q.shape(1), K.shape(1));
    common::require(width > 0, "laplace_scores: the width is {}; it must be above 0", width);
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double distance = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) distance += std::abs(Q(i, c) - K(j, c));
            scores(i, j) = -distance / width;
        }
    }
    return scores;
}

/// Gaussian scores: minus half the squared distance, in widths: s_ij = -||q_i - k_j||^2 / (2 width^2).
///
/// \param Q      queries, one per row, shape (n, d_k)
/// \param K      keys, one per row, shape (m, d_k)
/// \param width  the standard deviation of the bell that exp makes of these scores, above 0
/// \return       scores, shape (n, m), none above 0; exactly 0 where a key equals the query
/// \throws std::invalid_argument  unless queries and keys have the same d_k and width is above 0
inline Matrix gaussian_scores(const Matrix& Q, const Matrix& K, double width = 1.0)
{
    common::require(Q.shape(1) == K.shape(1),
                    "gaussian_scores: Q has d_k = {} columns but K has {}; queries and keys must have the same d_k",
                    Q.shape(1), K.shape(1));
    common::require(width > 0, "gaussian_scores: the width is {}; it must be above 0", width);
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = (Q(i, c) - K(j, c)) / width;
                squares += steps * steps;
            }
            scores(i, j) = -squares / 2;
        }
    }
    return scores;
}

/// Cosine scores: the dot products of directions, so that lengths do not count.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \return   scores, shape (n, m), from -1 to 1; 0 where a query or a key is zero
/// \throws std::invalid_argument  unless queries and keys have the same d_k
inline Matrix cosine_scores(const Matrix& Q, const Matrix& K)
{
    Matrix Q_directions = Q;  // (n, d_k)
    Matrix K_directions = K;  // (m, d_k)
    for (std::size_t i = 0; i < Q.shape(0); ++i) set_row(Q_directions, i, direction(row_of(Q, i)));
    for (std::size_t j = 0; j < K.shape(0); ++j) set_row(K_directions, j, direction(row_of(K, j)));
    return score_matrix(Q_directions, K_directions);
}

/// Additive scores: project query and key, add them, squash the sum, and weigh its coordinates:
/// s_ij = u . tanh(q_i W_1 + k_j W_2).
///
/// Queries and keys may have different sizes, since each has a projection of its own.
///
/// \param Q    queries, one per row, shape (n, d_q)
/// \param K    keys, one per row, shape (m, d_k)
/// \param W_1  shape (d_q, h)
/// \param W_2  shape (d_k, h)
/// \param u    how much each of the h coordinates counts, shape (h)
/// \return     scores, shape (n, m), none further from 0 than the sum of |u_c|
/// \throws std::invalid_argument  unless the shapes fit
/// Bahdanau, Cho, Bengio 2014, appendix A.1.2.
inline Matrix additive_scores(const Matrix& Q, const Matrix& K, const Matrix& W_1, const Matrix& W_2, const Vector& u)
{
    common::require(W_1.shape(1) == u.size() && W_2.shape(1) == u.size(),
                    "additive_scores: W_1 has {} columns, W_2 has {} and u has {} numbers; all three need the same",
                    W_1.shape(1), W_2.shape(1), u.size());
    const Matrix Q_hidden = common::product(Q, W_1);  // (n, h)
    const Matrix K_hidden = common::product(K, W_2);  // (m, h)
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < u.size(); ++c)
                scores(i, j) += u(c) * std::tanh(Q_hidden(i, c) + K_hidden(j, c));
        }
    }
    return scores;
}

}  // namespace attention
