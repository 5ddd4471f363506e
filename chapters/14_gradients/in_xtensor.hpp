/// \file
/// Chapter 14: back through softmax as an xtensor user writes it.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

namespace attention::in_xtensor
{

/// From the gradient of the weights to that of the scores, all rows at once.
///
/// \param A   weights, shape (n, m), both at least 1
/// \param dA  how the loss changes with each weight, shape (n, m)
/// \return    how it changes with each score, shape (n, m)
/// \throws std::invalid_argument  unless both have the same shape
inline Matrix softmax_backward(const Matrix& A, const Matrix& dA)
{
    common::require(A.shape() == dA.shape(),
                    "softmax_backward: A is ({}, {}) but dA is ({}, {}); they need the same shape", A.shape(0),
                    A.shape(1), dA.shape(0), dA.shape(1));
    const Vector means = xt::sum(A * dA, {1});                    // (n), of dA, by the weights
    return A * (dA - xt::view(means, xt::all(), xt::newaxis()));  // each row less its mean
}

}  // namespace attention::in_xtensor
