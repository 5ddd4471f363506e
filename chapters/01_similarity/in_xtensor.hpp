/// \file
/// Chapter 1 again, the way an xtensor user writes it: whole vectors instead of loops.
#pragma once

#include "common/tensor.hpp"

#include <cmath>

namespace attention::in_xtensor
{

/// The dot product. `a * b` multiplies coordinate by coordinate; `xt::sum` adds up, and its `()` asks for the number.
///
/// \param a  shape (d)
/// \param b  shape (d); unlike the loop, xtensor does not refuse a vector of one coordinate: it repeats that coordinate
/// \return   the sum of a_i b_i
inline double dot(const Vector& a, const Vector& b) { return xt::sum(a * b)(); }

/// The norm of a vector, by |a|^2 = a . a.
///
/// \param a  shape (d), with squares that a `double` can hold
/// \return   the square root of a . a
inline double norm(const Vector& a) { return std::sqrt(dot(a, a)); }

/// The dot product with both norms divided out.
///
/// \param a  shape (d), not zero
/// \param b  shape (d), not zero
/// \return   between -1 and 1
inline double cosine(const Vector& a, const Vector& b) { return dot(a, b) / (norm(a) * norm(b)); }

/// One query against a set of keys. `K * q` multiplies every row of K by q; `xt::sum(..., {1})` adds up along each row.
///
/// \param q  the query, shape (d)
/// \param K  the keys, one per row, shape (m, d)
/// \return   the scores, shape (m)
inline Vector score_row(const Vector& q, const Matrix& K)
{
    const Matrix products = K * q;  // (m, d)
    return xt::sum(products, {1});  // (m)
}

}  // namespace attention::in_xtensor
