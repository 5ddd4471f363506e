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

/// The pairing of a lookup: each number of the query meets the same number of the key, and the value meets nothing.
///
/// \return  [1 0], shape (8, 12)
inline Matrix right_pairing()
{
    Matrix right = xt::zeros<double>({key_size, token_size});
    for (std::size_t c = 0; c < key_size; ++c) right(c, c) = 1.0;
    return right;
}

/// The W_V of a lookup: it drops the key and hands over the value unchanged.
///
/// \return  0 above 1, shape (12, 4)
inline Matrix right_values()
{
    Matrix right = xt::zeros<double>({token_size, value_size});
    for (std::size_t c = 0; c < value_size; ++c) right(key_size + c, c) = 1.0;
    return right;
}

/// How similar two matrices are, whatever their length: the cosine of chapter 1, over all their numbers.
///
/// \param A  any shape
/// \param B  the same shape
/// \return   1 where one is a multiple of the other, about 0 where they are unrelated
/// \throws std::invalid_argument  unless both have the same shape
inline double likeness(const Matrix& A, const Matrix& B)
{
    common::require(A.shape() == B.shape(), "likeness: A is ({}, {}) but B is ({}, {}); they need the same shape",
                    A.shape(0), A.shape(1), B.shape(0), B.shape(1));
    const double AB = xt::sum(A * B)();
    const double AA = xt::sum(A * A)();
    const double BB = xt::sum(B * B)();
    return AB / std::sqrt(AA * BB);
}

/// The size of each number as a fraction of the largest, for a heat map.
///
/// \param M  any shape, not all 0
/// \return   numbers from 0 to 1, in the shape of M
inline Matrix shares_of_largest(const Matrix& M)
{
    const Matrix sizes = xt::abs(M);
    return sizes / xt::amax(sizes)();
}

}  // namespace attention
