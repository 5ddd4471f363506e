/// \file
/// Chapter 10: one more coordinate, and the dot product measures distance.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// Queries with a 1 appended: [q, 1].
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \return   shape (n, d_k + 1)
inline Matrix query_features(const Matrix& Q)
{
    Matrix features = xt::ones<double>({Q.shape(0), Q.shape(1) + 1});
    xt::view(features, xt::all(), xt::range(0, Q.shape(1))) = Q;
    return features;
}

/// Keys with minus half their squared length appended, all in units of the squared width: [k, -||k||^2 / 2] / width^2.
///
/// Then [q, 1] . [k, -||k||^2 / 2] / width^2 = -||q - k||^2 / (2 width^2) + ||q||^2 / (2 width^2). The last term is the
/// same for all keys, so softmax does not see it: these dot products give the weights of Gaussian scores.
///
/// \param K      keys, one per row, shape (m, d_k)
/// \param width  as in gaussian_scores, above 0
/// \return       shape (m, d_k + 1)
/// \throws std::invalid_argument  unless width is above 0
inline Matrix key_features(const Matrix& K, double width = 1.0)
{
    common::require(width > 0, "key_features: the width is {}; it must be above 0", width);
    const std::size_t d_k = K.shape(1);
    Matrix features = xt::zeros<double>({K.shape(0), d_k + 1});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        for (std::size_t c = 0; c < d_k; ++c) {
            features(j, c) = K(j, c) / (width * width);
            features(j, d_k) -= K(j, c) * K(j, c) / (2 * width * width);
        }
    }
    return features;
}

}  // namespace attention
