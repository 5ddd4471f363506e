/// \file
/// Chapter 24: what a shortcut loses, as a part of what attention gives.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>

namespace attention
{

/// How far an output is from the right one: the length of the difference over the length of the right one.
///
/// \param found  shape (n, d_v)
/// \param right  what attention without a shortcut gives, not all 0, shape (n, d_v)
/// \return       0 where both are the same; 1 is what an output of zeros gets
/// \throws std::invalid_argument  unless the shapes are the same
inline double output_error(const Matrix& found, const Matrix& right)
{
    common::require(found.shape() == right.shape(),
                    "output_error: the outputs are ({}, {}) and ({}, {}); they need the same shape", found.shape(0),
                    found.shape(1), right.shape(0), right.shape(1));
    const Matrix apart = found - right;
    double error = 0.0;
    double size = 0.0;
    for (const double x : apart) error += x * x;
    for (const double x : right) size += x * x;
    return std::sqrt(error / size);
}

}  // namespace attention
