/// \file
/// Chapter 10: distances the way an xtensor user writes them, without loops.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

namespace attention::in_xtensor
{

/// A number for each query, key and coordinate.
using Cube = xt::xtensor<double, 3>;

/// The steps from every key to every query, coordinate by coordinate.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \return   q_ic - k_jc, shape (n, m, d_k)
/// \throws std::invalid_argument  unless queries and keys have the same d_k
inline Cube steps(const Matrix& Q, const Matrix& K)
{
    common::require(Q.shape(1) == K.shape(1),
                    "steps: Q has d_k = {} columns but K has {}; queries and keys must have the same d_k", Q.shape(1),
                    K.shape(1));
    return xt::view(Q, xt::all(), xt::newaxis(), xt::all()) - xt::view(K, xt::newaxis(), xt::all(), xt::all());
}

/// Laplace scores, as `attention::laplace_scores` has them; shape (n, m).
inline Matrix laplace_scores(const Matrix& Q, const Matrix& K, double width = 1.0)
{
    const Cube distances = xt::abs(steps(Q, K));
    const Matrix distance = xt::sum(distances, {2});
    return -distance / width;
}

/// Gaussian scores, as `attention::gaussian_scores` has them; shape (n, m).
inline Matrix gaussian_scores(const Matrix& Q, const Matrix& K, double width = 1.0)
{
    const Cube squares = xt::square(steps(Q, K));
    const Matrix squared_distance = xt::sum(squares, {2});
    return -squared_distance / (2.0 * width * width);
}

}  // namespace attention::in_xtensor
