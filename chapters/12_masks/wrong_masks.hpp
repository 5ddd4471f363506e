/// \file
/// Chapter 12: three ways to mask that are wrong, to see how each gives itself away.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/tensor.hpp"

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
    Matrix replaced = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        for (std::size_t j = 0; j < scores.shape(1); ++j) {
            if (!mask(i, j)) replaced(i, j) = number;
        }
    }
    return softmax_rows(replaced);
}

/// Softmax over everything, forbidden weights set to 0 afterwards: rows sum to less than 1.
///
/// \param scores  shape (n, m)
/// \param mask    true = may attend, shape (n, m)
/// \return        shape (n, m)
inline Matrix mask_after_softmax(const Matrix& scores, const BoolMatrix& mask)
{
    Matrix weights = softmax_rows(scores);
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        for (std::size_t j = 0; j < scores.shape(1); ++j) {
            if (!mask(i, j)) weights(i, j) = 0.0;
        }
    }
    return weights;
}

/// Divide each row by its sum: what makes `mask_after_softmax` right, as long as something is left of each row.
///
/// \param weights  shape (n, m)
/// \return         shape (n, m), each row summing to 1; a row that sums to 0 is NaN: one that may see nothing, or whose visible
///                 weights have vanished beside a hidden one
inline Matrix renormalised(const Matrix& weights)
{
    Matrix result = weights;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        const Vector row = row_of(weights, i);  // (m)
        const double sum = xt::sum(row)();
        const Vector divided = row / sum;  // (m)
        set_row(result, i, divided);
    }
    return result;
}

}  // namespace attention
