/// \file
/// Chapter 12: ways to mask that are wrong, to see how each one shows.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// Forbidden scores replaced by a finite number before softmax: 0 lets them through, -1e9 fails where nothing is allowed.
///
/// \param scores  shape (n, m)
/// \param mask    true = may attend, shape (n, m)
/// \param number  what a forbidden score becomes
/// \return        shape (n, m); forbidden pairs get exp(number) before the division
inline Matrix softmax_with_number_for_forbidden(const Matrix& scores, const BoolMatrix& mask, double number)
{
    const Matrix replaced = xt::where(mask, scores, number);
    return softmax_rows(replaced);
}

/// A finite number added to forbidden scores before softmax: where nothing is allowed, the differences remain, as if there were
/// no mask.
///
/// \param scores  shape (n, m)
/// \param mask    true = may attend, shape (n, m)
/// \param number  what is added to a forbidden score
/// \return        shape (n, m)
inline Matrix softmax_with_number_added(const Matrix& scores, const BoolMatrix& mask, double number)
{
    const Matrix lowered = xt::where(mask, scores, scores + number);
    return softmax_rows(lowered);
}

/// The same with scores in float. Near -1e9 its numbers are 64 apart, so smaller differences are lost.
///
/// \param scores  shape (n, m)
/// \param mask    true = may attend, shape (n, m)
/// \param number  what is added to a forbidden score
/// \return        shape (n, m)
inline Matrix softmax_with_number_added_in_float(const Matrix& scores, const BoolMatrix& mask, float number)
{
    Matrix lowered = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        for (std::size_t j = 0; j < scores.shape(1); ++j) {
            const auto score = static_cast<float>(scores(i, j));
            const float added = mask(i, j) ? score : score + number;
            lowered(i, j) = static_cast<double>(added);
        }
    }
    return softmax_rows(lowered);
}

/// Softmax over everything, forbidden weights set to 0 afterwards: rows sum to less than 1.
///
/// \param scores  shape (n, m)
/// \param mask    true = may attend, shape (n, m)
/// \return        shape (n, m)
inline Matrix mask_after_softmax(const Matrix& scores, const BoolMatrix& mask)
{
    const Matrix weights = softmax_rows(scores);
    return xt::where(mask, weights, 0.0);
}

/// Divide each row by its sum: this makes `mask_after_softmax` right, as long as something is left of each row.
///
/// \param weights  shape (n, m)
/// \return         shape (n, m), each row summing to 1. A row that sums to 0 becomes NaN: it may see nothing, or its visible
///                 weights have vanished beside a hidden one
inline Matrix renormalised(const Matrix& weights)
{
    const Vector sums = xt::sum(weights, {1});                  // (n)
    return weights / xt::view(sums, xt::all(), xt::newaxis());  // (n, m) by (n, 1)
}

/// The largest number in half precision, with its 5 bits of exponent and 10 of fraction. -1e9 is far beyond it.
inline double largest_half() { return std::ldexp(2.0 - std::ldexp(1.0, -10), 15); }

}  // namespace attention
