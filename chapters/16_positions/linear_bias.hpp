/// \file
/// Chapter 16: positions as a penalty on the distance, added to the scores.
#pragma once

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// The slopes of all heads: 2^(-8 h / heads) for h = 1, ..., heads (Press et al. 2021, section 3).
///
/// With 8 heads 1/2, 1/4, ..., 1/256: the first hardly looks past its neighbours, the last sees far. They are not learned.
///
/// \param heads  how many
/// \return       shape (heads)
inline Vector slopes(std::size_t heads)
{
    Vector result = xt::zeros<double>({heads});
    for (std::size_t h = 0; h < heads; ++h) {
        result(h) = std::exp2(-8.0 * static_cast<double>(h + 1) / static_cast<double>(heads));
    }
    return result;
}

/// What is added to each score: minus the slope for each place between query and key.
///
/// The paper uses it under a causal mask, where no key comes after its query. Without a mask, a distance counts the same
/// on both sides.
///
/// \param n            queries
/// \param m            keys
/// \param slope        of this head, above 0
/// \param first_query  the position of the first query
/// \param first_key    the position of the first key, counted the same way
/// \return             at most 0, shape (n, m)
inline Matrix linear_bias(std::size_t n, std::size_t m, double slope, std::size_t first_query = 0,
                          std::size_t first_key = 0)
{
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(first_query + i) - static_cast<double>(first_key + j);
            bias(i, j) = -slope * std::abs(distance);
        }
    }
    return bias;
}

}  // namespace attention
