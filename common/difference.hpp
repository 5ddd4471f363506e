/// \file
/// How far apart two tensors are.
#pragma once

#include <cmath>
#include <limits>

namespace common
{

/// The largest difference between two tensors, cell by cell; infinity where their shapes differ.
///
/// Equal infinities do not differ, nor do two NaNs; a NaN and a number are infinitely far apart. (The maximum of all differences,
/// `xt::amax` or `std::fmax`, would pass over a NaN: broken numbers would seem right.)
template <typename Tensor>
double difference(const Tensor& a, const Tensor& b)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (a.shape() != b.shape()) return infinity;
    double largest = 0.0;
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
        if (*x == *y || (std::isnan(*x) && std::isnan(*y))) continue;
        const double apart = std::abs(*x - *y);
        largest = std::isnan(apart) ? infinity : std::fmax(largest, apart);
    }
    return largest;
}

}  // namespace common
