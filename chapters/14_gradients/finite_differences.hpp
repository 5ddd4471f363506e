/// \file
/// Chapter 14: gradients by trying, to compare the others with.
#pragma once

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>

namespace attention
{

/// The gradient of a function by central differences: move each cell a little up and a little down.
///
/// \param f     from a matrix to a number; called twice for each cell
/// \param at    where, any shape
/// \param step  how far; the error is about step^2, and 1e-16 / step from rounding
/// \return      shape of `at`
inline Matrix central_differences(const std::function<double(const Matrix&)>& f, const Matrix& at, double step = 1e-5)
{
    Matrix gradient = xt::zeros_like(at);
    Matrix moved = at;
    for (std::size_t i = 0; i < at.size(); ++i) {
        moved.data()[i] = at.data()[i] + step;
        const double above = f(moved);
        moved.data()[i] = at.data()[i] - step;
        const double below = f(moved);
        moved.data()[i] = at.data()[i];
        gradient.data()[i] = (above - below) / (2 * step);
    }
    return gradient;
}

/// How far apart two gradients are, relative to their length: |a - b| / (|a| + |b|).
///
/// \param a  any shape
/// \param b  the same shape
/// \return   from 0 to 1; 0 where both are 0
inline double relative_error(const Matrix& a, const Matrix& b)
{
    double apart = 0.0;
    double lengths_a = 0.0;
    double lengths_b = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = a.data()[i] - b.data()[i];
        apart += difference * difference;
        lengths_a += a.data()[i] * a.data()[i];
        lengths_b += b.data()[i] * b.data()[i];
    }
    if (apart == 0.0) return 0.0;
    return std::sqrt(apart) / (std::sqrt(lengths_a) + std::sqrt(lengths_b));
}

/// How wrong a gradient is: its largest difference from the one found by trying, as a fraction of the largest number in either.
///
/// "In either" matters. A check that looks only at the gradient found by trying, or skips it where it is tiny, accepts any number
/// where the right gradient is 0. Below `floor` the fraction is of `floor`, since such a difference quotient is mostly rounding.
///
/// \param given  by formula, any shape
/// \param tried  by `central_differences`, the same shape
/// \param floor  the smallest size that a fraction is taken of
/// \return       0 where both are alike, about 2 where they are opposite; infinity where one is not finite
inline double gradient_error(const Matrix& given, const Matrix& tried, double floor = 1e-3)
{
    double apart = 0.0;
    double largest = floor;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const double difference = std::abs(given.data()[i] - tried.data()[i]);
        if (!std::isfinite(difference)) return std::numeric_limits<double>::infinity();
        apart = std::fmax(apart, difference);
        largest = std::fmax(largest, std::fmax(std::abs(given.data()[i]), std::abs(tried.data()[i])));
    }
    return apart / largest;
}

}  // namespace attention
