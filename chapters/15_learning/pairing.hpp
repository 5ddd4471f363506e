/// \file
/// Chapter 15: what there is to learn.
#pragma once

#include "15_learning/recall.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// A pairing that looks up: each number of a query meets the same number of a key, and no value meets anything.
///
/// \return  [1 0], shape (8, 12)
inline Matrix right_pairing()
{
    Matrix right = xt::zeros<double>({key_size, token_size});
    for (std::size_t c = 0; c < key_size; ++c) right(c, c) = 1.0;
    return right;
}

/// A W_V that answers: it leaves the key out, and hands over the value as it is.
///
/// \return  0 above 1, shape (12, 4)
inline Matrix right_values()
{
    Matrix right = xt::zeros<double>({token_size, value_size});
    for (std::size_t c = 0; c < value_size; ++c) right(key_size + c, c) = 1.0;
    return right;
}

/// How alike two matrices are, whatever their size: the cosine of chapter 1, over all their numbers.
///
/// \param A  any shape
/// \param B  the same shape
/// \return   1 where one is a multiple of the other, about 0 where they have nothing to do with each other
/// \throws std::invalid_argument  unless both have the same shape
inline double likeness(const Matrix& A, const Matrix& B)
{
    common::require(A.shape() == B.shape(), "likeness: A is ({}, {}) but B is ({}, {}); they need the same shape",
                    A.shape(0), A.shape(1), B.shape(0), B.shape(1));
    double AB = 0.0;
    double AA = 0.0;
    double BB = 0.0;
    for (std::size_t i = 0; i < A.size(); ++i) {
        AB += A.data()[i] * B.data()[i];
        AA += A.data()[i] * A.data()[i];
        BB += B.data()[i] * B.data()[i];
    }
    return AB / std::sqrt(AA * BB);
}

/// The size of each number as a part of the largest, for a heat map.
///
/// \param M  any shape, not all 0
/// \return   numbers from 0 to 1, in the shape of M
inline Matrix shares_of_largest(const Matrix& M)
{
    const Matrix sizes = xt::abs(M);
    return sizes / xt::amax(sizes)();
}

}  // namespace attention
