/// \file
/// Chapter 24: random features whose dot product is, on average, what softmax needs.
#pragma once

#include "24_cheaper/linear/linear_attention.hpp"
#include "24_cheaper/linear/output_error.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// Positive random features: exp(w . x - |x|^2 / 2) / sqrt(M) for each of M random directions w.
///
/// For normal w the mean of exp(w . q - |q|^2 / 2) exp(w . k - |k|^2 / 2) is exp(q . k). Choromanski et al. 2020,
/// "Rethinking Attention with Performers" (https://arxiv.org/abs/2009.14794), lemma 1.
///
/// \param X  queries or keys, shape (n, d)
/// \param W  normal random numbers, the same for queries and keys, shape (M, d)
/// \return   shape (n, M)
inline Matrix positive_features(const Matrix& X, const Matrix& W)
{
    Matrix features = common::product_transposed(X, W);  // (n, M)
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        double half_square = 0.0;
        for (std::size_t c = 0; c < X.shape(1); ++c) half_square += X(i, c) * X(i, c) / 2;
        for (std::size_t r = 0; r < W.shape(0); ++r)
            features(i, r) = std::exp(features(i, r) - half_square) / std::sqrt(static_cast<double>(W.shape(0)));
    }
    return features;
}

/// Scaled dot-product attention, by random features: queries and keys are each divided by the fourth root of d.
///
/// \param Q  queries, shape (n, d), d at least 1
/// \param K  keys, shape (m, d)
/// \param V  values, shape (m, d_v)
/// \param W  normal random numbers, shape (M, d)
/// \return   shape (n, d_v): near to softmax(Q K^T / sqrt(d)) V, the nearer the larger M
inline Matrix random_feature_attention(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& W)
{
    const double root = std::pow(static_cast<double>(Q.shape(1)), 0.25);
    const Matrix phi_Q = positive_features(Q / root, W);  // (n, M)
    const Matrix phi_K = positive_features(K / root, W);  // (m, M)
    return linear_attention(phi_Q, phi_K, V);
}

/// Errors of random features against their number.
struct FeatureErrors {
    std::size_t d = 0;                  ///< coordinates of queries and keys
    double size = 0.0;                  ///< standard deviation of these coordinates
    std::vector<std::size_t> features;  ///< how many random features
    std::vector<double> errors;         ///< relative error of the output, a mean over seeds, for each number
};

/// Compare with softmax.
///
/// \param d         coordinates of queries, keys and values
/// \param size      standard deviation of the coordinates of queries and keys
/// \param features  how many random features, for each error
/// \param seeds     how many draws are averaged
/// \param n         queries and keys
inline FeatureErrors feature_errors(std::size_t d, double size,
                                    const std::vector<std::size_t>& features = {16, 64, 256, 1024, 4096},
                                    std::size_t seeds = 3, std::size_t n = 256)
{
    FeatureErrors found{.d = d, .size = size, .features = features, .errors = std::vector<double>(features.size())};
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        common::Random random(seed);
        const Matrix Q = size * random.normal_matrix(n, d);
        const Matrix K = size * random.normal_matrix(n, d);
        const Matrix V = random.normal_matrix(n, d);
        const Matrix right = scaled_dot_product_attention(Q, K, V).output;
        for (std::size_t f = 0; f < features.size(); ++f) {
            const Matrix W = random.normal_matrix(features[f], d);
            found.errors[f] += output_error(random_feature_attention(Q, K, V, W), right) / static_cast<double>(seeds);
        }
    }
    return found;
}

}  // namespace attention
