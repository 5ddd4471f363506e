/// \file
/// Chapter 16: turning, bias and order, as somebody who knows xtensor writes them.
#pragma once

#include "16_positions/frequency.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention::in_xtensor
{

/// The same as `attention::rotated`, all pairs of all rows at once.
///
/// \param X      shape (n, d_k), n at least 1, d_k even
/// \param first  the place of the first row
/// \return       shape (n, d_k)
inline Matrix rotated(const Matrix& X, std::size_t first = 0)
{
    const std::size_t n = X.shape(0);
    const std::size_t d_k = X.shape(1);
    Matrix angles = xt::zeros<double>({n, d_k / 2});
    for (std::size_t pair = 0; pair < d_k / 2; ++pair)
        xt::col(angles, static_cast<std::ptrdiff_t>(pair)) =
            (xt::arange<double>(static_cast<double>(n)) + static_cast<double>(first)) * turn_per_step(pair, d_k);

    const Matrix x = xt::view(X, xt::all(), xt::range(0, d_k, 2));  // the first of each pair, (n, d_k / 2)
    const Matrix y = xt::view(X, xt::all(), xt::range(1, d_k, 2));  // the second
    Matrix turned = X;
    xt::view(turned, xt::all(), xt::range(0, d_k, 2)) = x * xt::cos(angles) - y * xt::sin(angles);
    xt::view(turned, xt::all(), xt::range(1, d_k, 2)) = x * xt::sin(angles) + y * xt::cos(angles);
    return turned;
}

/// The same as `attention::linear_bias`: a column of queries and a row of keys give a matrix of distances.
///
/// \param n            queries, at least 1
/// \param m            keys, at least 1
/// \param slope        of this head
/// \param first_query  the place of the first query
/// \param first_key    the place of the first key
/// \return             shape (n, m)
inline Matrix linear_bias(std::size_t n, std::size_t m, double slope, std::size_t first_query = 0,
                          std::size_t first_key = 0)
{
    const Vector queries = xt::arange<double>(static_cast<double>(n)) + static_cast<double>(first_query);
    const Vector keys = xt::arange<double>(static_cast<double>(m)) + static_cast<double>(first_key);
    return -slope * xt::abs(xt::view(queries, xt::all(), xt::newaxis()) - keys);  // (n, 1) - (m) gives (n, m)
}

/// The same as `attention::in_order`.
///
/// \param X      shape (n, d)
/// \param order  for each row of the result, which row of X it is
/// \return       shape (order.size(), d)
inline Matrix in_order(const Matrix& X, const std::vector<std::size_t>& order)
{
    return xt::view(X, xt::keep(order), xt::all());
}

}  // namespace attention::in_xtensor
