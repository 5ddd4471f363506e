/// \file
/// Chapter 24: attention that looks back over a window, and no further.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// The first key that a token may see under a window.
///
/// \param t  the token, which sees itself
/// \param w  how many keys a token sees at most, itself included
/// \return   from 0 to t; t + 1 where w is 0
inline std::size_t first_in_window(std::size_t t, std::size_t w) { return t + 1 > w ? t + 1 - w : 0; }

/// Causal attention over a window: token t sees the keys from t - w + 1 to t. Nothing is computed for the others.
///
/// Windows are as old as Child et al. 2019 (https://arxiv.org/abs/1904.10509) and Beltagy, Peters and Cohan 2020
/// (https://arxiv.org/abs/2004.05150).
///
/// \param Q  queries, shape (n, d_k)
/// \param K  keys, shape (n, d_k)
/// \param V  values, shape (n, d_v)
/// \param w  how many keys a token sees at most, itself included
/// \return   shape (n, d_v); 0 where w is 0
/// \throws std::invalid_argument  unless each token has a query, a key and a value, and queries and keys the same d_k
inline Matrix window_attention(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t w)
{
    common::require(Q.shape() == K.shape() && K.shape(0) == V.shape(0),
                    "window_attention: Q is ({}, {}), K is ({}, {}) and V has {} rows; each token needs one of each",
                    Q.shape(0), Q.shape(1), K.shape(0), K.shape(1), V.shape(0));
    const double root = std::sqrt(std::fmax(1.0, static_cast<double>(Q.shape(1))));
    Matrix output = xt::zeros<double>({V.shape(0), V.shape(1)});
    for (std::size_t t = 0; t < V.shape(0); ++t) {
        const std::size_t first = first_in_window(t, w);
        std::vector<double> scores(t + 1 - first, 0.0);
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t j = first; j <= t; ++j) {
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores[j - first] += Q(t, c) * K(j, c) / root;
            largest = std::max(largest, scores[j - first]);
        }
        double sum = 0.0;
        for (std::size_t j = first; j <= t; ++j) {
            const double e = std::exp(scores[j - first] - largest);
            sum += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) output(t, c) += e * V(j, c);
        }
        for (std::size_t c = 0; c < V.shape(1) && sum != 0; ++c) output(t, c) /= sum;
    }
    return output;
}

}  // namespace attention
