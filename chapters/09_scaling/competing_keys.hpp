/// \file
/// Chapter 9: how much gradient comes through softmax, depending on how many keys compete.
#pragma once

#include "09_scaling/saturation.hpp"

#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>

namespace attention
{

/// A push on the first two of some keys: the loss grows with the weight of the first and falls with that of the second.
///
/// \param weights  what softmax returned, shape (m), m at least 2
/// \return         what is left of [1, -1, 0, ..., 0] at softmax's input, shape (m)
inline Vector push_on_two(const Vector& weights)
{
    Vector upstream = xt::zeros_like(weights);
    upstream(0) = 1.0;
    upstream(1) = -1.0;
    return gradient_through_softmax(weights, upstream);
}

/// Weights spread evenly over a number of keys; for a single one, a second key with weight 0 besides.
inline Vector evenly(std::size_t competing)
{
    Vector weights = xt::zeros<double>({std::max<std::size_t>(competing, 2)});
    xt::view(weights, xt::range(0, competing)) = 1.0 / static_cast<double>(competing);
    return weights;
}

}  // namespace attention
