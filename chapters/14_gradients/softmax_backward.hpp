/// \file
/// Chapter 14: back through softmax.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// From the gradient of the weights to that of the scores: dS_ij = A_ij (dA_ij - sum_l dA_il A_il).
///
/// This is chapter 2's Jacobian, A_j (delta_jl - A_l), applied to each row without ever being built. Each row of the result
/// sums to 0: raising all scores of a query alike changes nothing.
///
/// \param A   weights, shape (n, m)
/// \param dA  how the loss changes with each weight, shape (n, m)
/// \return    how it changes with each score, shape (n, m); 0 where a weight is 0, as behind a mask, unless some dA of the row
///            is NaN or infinite: 0 times that is NaN
/// \throws std::invalid_argument  unless both have the same shape
inline Matrix softmax_backward(const Matrix& A, const Matrix& dA)
{
    common::require(A.shape() == dA.shape(),
                    "softmax_backward: A is ({}, {}) but dA is ({}, {}); they need the same shape", A.shape(0),
                    A.shape(1), dA.shape(0), dA.shape(1));
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;  // of dA, by the weights
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    return dS;
}

/// A mistake, to see what it does: as if each score moved only its own weight.
///
/// \param A   weights, shape (n, m)
/// \param dA  shape (n, m)
/// \return    A (1 - A) dA, the diagonal of the Jacobian only, shape (n, m)
inline Matrix softmax_backward_diagonal_only(const Matrix& A, const Matrix& dA) { return A * (1.0 - A) * dA; }

}  // namespace attention
