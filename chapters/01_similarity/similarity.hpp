/// \file
/// Chapter 1: how much two vectors agree, as one number.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace attention
{

/// The dot product: multiply coordinate by coordinate, and add up.
///
/// Positive where the vectors point in similar directions, 0 where they are at a right angle, negative where they point
/// apart; and further from 0 the longer either vector is. No coordinates give 0.
///
/// \param a  shape (d)
/// \param b  shape (d)
/// \return   the sum of a_i b_i
/// \throws std::invalid_argument  unless both have the same number of coordinates
inline double dot(const Vector& a, const Vector& b)
{
    common::require(a.size() == b.size(), "dot: a has {} coordinates but b has {}; both vectors need the same number",
                    a.size(), b.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a(i) * b(i);
    return sum;
}

/// The norm of a vector, its length as an arrow: |a|^2 = a . a, so the norm is the square root of that.
///
/// \param a  shape (d)
/// \return   the square root of a . a, also where that is too large or too small for a `double`; 0 for no coordinates
inline double norm(const Vector& a)
{
    const double squared = dot(a, a);
    if (std::isnormal(squared)) return std::sqrt(squared);

    // The square of 1e200 is too large for a double, and that of 1e-200 too small; std::hypot(x, y) = sqrt(x^2 + y^2)
    // gets around both.
    double length = 0.0;
    for (const double coordinate : a) length = std::hypot(length, coordinate);
    return length;
}

/// The vector of norm 1 that points the same way. A zero vector points nowhere and stays zero.
///
/// \param a  shape (d)
/// \return   a / norm(a), shape (d)
inline Vector direction(const Vector& a)
{
    const double length = norm(a);
    if (length == 0.0) return a;
    return a / length;
}

/// The dot product of two directions: how well the vectors are aligned, whatever their norms.
///
/// \param a  shape (d)
/// \param b  shape (d)
/// \return   between -1 and 1; 0 where either vector is zero
/// \throws std::invalid_argument  unless both have the same number of coordinates
inline double cosine(const Vector& a, const Vector& b) { return dot(direction(a), direction(b)); }

/// The angle between two vectors.
///
/// \param a  shape (d)
/// \param b  shape (d)
/// \return   degrees, from 0 (same direction) to 180 (opposite)
/// \throws std::invalid_argument  unless both have the same number of coordinates
inline double angle(const Vector& a, const Vector& b)
{
    const double within_rounding = std::clamp(cosine(a, b), -1.0, 1.0);
    return std::acos(within_rounding) * 180.0 / std::numbers::pi;
}

/// One query against a set of keys: its dot product with each of them.
///
/// \param q  the query, shape (d)
/// \param K  the keys, one per row, shape (m, d)
/// \return   the scores, shape (m)
/// \throws std::invalid_argument  unless the keys have as many coordinates as the query
inline Vector score_row(const Vector& q, const Matrix& K)
{
    common::require(q.size() == K.shape(1),
                    "score_row: q has {} coordinates but the keys have {}; "
                    "a query and its keys need the same number",
                    q.size(), K.shape(1));
    Vector scores = xt::zeros<double>({K.shape(0)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const Vector k = row_of(K, j);
        scores(j) = dot(q, k);
    }
    return scores;
}

}  // namespace attention
