/// \file
/// Chapter 16: a head that looks at the word before, built by hand in three ways.
#pragma once

#include "16_positions/rotary.hpp"
#include "16_positions/sinusoidal.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// With sinusoidal positions: the W_Q that turns each pair back by one step. The query of i is the key of i - 1.
///
/// One matrix serves every position, since sin(a - t) and cos(a - t) are fixed blends of sin(a) and cos(a).
///
/// \param d  as wide as the positions, even
/// \return   shape (d, d), with P_i W_Q = P_(i-1)
inline Matrix one_step_back(std::size_t d)
{
    Matrix W_Q = xt::zeros<double>({d, d});
    for (std::size_t c = 0; c < d; c += 2) {
        const double t = turn_per_step(c / 2, d);
        W_Q(c, c) = std::cos(t);  // sin(a - t) = sin(a) cos(t) - cos(a) sin(t)
        W_Q(c + 1, c) = -std::sin(t);
        W_Q(c, c + 1) = std::sin(t);  // cos(a - t) = sin(a) sin(t) + cos(a) cos(t)
        W_Q(c + 1, c + 1) = std::cos(t);
    }
    return W_Q;
}

/// With one-hot positions: the W_Q that shifts by one place.
///
/// \param length  how many positions there are; it knows no others
/// \return        shape (length, length): row i has its 1 in column i - 1, row 0 has none
inline Matrix one_place_back(std::size_t length)
{
    Matrix W_Q = xt::zeros<double>({length, length});
    for (std::size_t i = 1; i < length; ++i) W_Q(i, i - 1) = 1.0;
    return W_Q;
}

/// With rotary positions: the query, the same for every word, that meets the key [1, 0, 1, 0, ...] one step back.
///
/// The key at j is turned by j steps. This query starts one step back, so at i it is turned by i - 1: where j = i - 1 the
/// two point the same way in every pair.
///
/// \param d  even
/// \return   [cos(t_0), -sin(t_0), cos(t_1), -sin(t_1), ...], shape (d)
inline Vector query_one_back(std::size_t d)
{
    Vector q = xt::zeros<double>({d});
    for (std::size_t c = 0; c < d; c += 2) {
        q(c) = std::cos(turn_per_step(c / 2, d));
        q(c + 1) = -std::sin(turn_per_step(c / 2, d));
    }
    return q;
}

/// Where the head looks, with sinusoidal positions and no words at all.
///
/// \param n     positions
/// \param d     their width
/// \param beta  what the queries are multiplied by; the larger, the sharper
/// \return      weights, shape (n, n)
inline Matrix previous_by_sinusoids(std::size_t n, std::size_t d, double beta)
{
    const Matrix P = sinusoidal_positions(n, d);
    const Matrix Q = beta * common::product(P, one_step_back(d));
    return scaled_dot_product_attention(Q, P, P).weights;
}

/// The same with one-hot positions.
///
/// \param n     positions
/// \param beta  what the queries are multiplied by; the larger, the sharper
/// \return      weights, shape (n, n)
inline Matrix previous_by_one_hot(std::size_t n, double beta)
{
    const Matrix P = xt::eye<double>(n);
    const Matrix Q = beta * common::product(P, one_place_back(n));
    return scaled_dot_product_attention(Q, P, P).weights;
}

/// The same with rotary positions, whatever the words are: all have the same query and the same key.
///
/// \param n     positions
/// \param d     the width of queries and keys
/// \param beta  what the queries are multiplied by; the larger, the sharper
/// \return      weights, shape (n, n)
inline Matrix previous_by_rotary(std::size_t n, std::size_t d, double beta)
{
    Matrix Q = xt::zeros<double>({n, d});
    Matrix K = xt::zeros<double>({n, d});
    const Vector q = beta * query_one_back(d);
    for (std::size_t i = 0; i < n; ++i) {
        set_row(Q, i, q);
        for (std::size_t c = 0; c < d; c += 2) K(i, c) = 1.0;
    }
    return scaled_dot_product_attention(rotated(Q), rotated(K), K).weights;
}

}  // namespace attention
