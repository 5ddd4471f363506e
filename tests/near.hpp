/// \file
/// How far apart two tensors are.
#pragma once

#include "common/tensor.hpp"

#include <cmath>
#include <limits>

namespace tests
{

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// The largest difference between two tensors, cell by cell; infinity where their shapes differ.
/// Equal infinities do not differ, nor do two NaNs; a NaN and a number are infinitely far apart.
template <typename Tensor>
double difference(const Tensor& a, const Tensor& b)
{
    if (a.shape() != b.shape()) return infinity;
    double largest = 0.0;
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
        if (*x == *y || (std::isnan(*x) && std::isnan(*y))) continue;
        const double apart = std::abs(*x - *y);
        largest = std::isnan(apart) ? infinity : std::fmax(largest, apart);
    }
    return largest;
}

}  // namespace tests
