/// \file
/// Chapter 10: the scores that the program compares.
#pragma once

#include "06_score_matrix/score_matrix.hpp"
#include "10_other_scores/gaussian_features.hpp"
#include "10_other_scores/other_scores.hpp"
#include "10_other_scores/regression.hpp"

#include "common/tensor.hpp"

#include <vector>

namespace attention::contenders
{

/// The same score for every key: what you get without looking.
inline Matrix uniform(const Matrix& Q, const Matrix& K) { return xt::zeros<double>({Q.shape(0), K.shape(0)}); }

/// Laplace scores of one width.
inline Score laplace(double width)
{
    return [width](const Matrix& Q, const Matrix& K) { return laplace_scores(Q, K, width); };
}

/// Gaussian scores of one width.
inline Score gaussian(double width)
{
    return [width](const Matrix& Q, const Matrix& K) { return gaussian_scores(Q, K, width); };
}

/// An additive score that has learned nothing: both projections are the identity, and all coordinates count alike.
inline Matrix additive(const Matrix& Q, const Matrix& K)
{
    const Matrix W = xt::eye<double>(Q.shape(1));
    const Vector u = xt::ones<double>({Q.shape(1)});
    return additive_scores(Q, K, W, W, u);
}

/// The five scores of the chapter, for vectors of any size.
inline const std::vector<Contender> five_scores = {{"dot", score_matrix},
                                                   {"Laplace", laplace(1.0)},
                                                   {"Gaussian", gaussian(1.0)},
                                                   {"cosine", cosine_scores},
                                                   {"additive", additive}};

/// Scores that guess a curve.
inline const std::vector<Contender> for_curves = {
    {"uniform", uniform},
    {"dot", score_matrix},
    {"dot, queries x 4", [](const Matrix& Q, const Matrix& K) { return score_matrix(4.0 * Q, K); }},
    {"dot, queries x 16", [](const Matrix& Q, const Matrix& K) { return score_matrix(16.0 * Q, K); }},
    {"Laplace, width 1", laplace(1.0)},
    {"Laplace, width 0.25", laplace(0.25)},
    {"Laplace, width 0.1", laplace(0.1)},
    {"Gaussian, width 0.5", gaussian(0.5)},
    {"Gaussian, width 0.25", gaussian(0.25)},
    {"Gaussian, width 0.1", gaussian(0.1)},
    {"dot, [q,1] [k,-k^2/2]",
     [](const Matrix& Q, const Matrix& K) { return score_matrix(query_features(Q), key_features(K, 0.25)); }}};

}  // namespace attention::contenders
