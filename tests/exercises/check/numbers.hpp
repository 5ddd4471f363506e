/// \file
/// Numbers compared with numbers, to recognise how they went wrong.
#pragma once

#include "tests/exercises/check/value.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace check
{

using Numbers = std::vector<double>;

/// Looser than for a right answer: the same mistake may be computed in another way.
constexpr double same_mistake = 1e-6;

inline bool all_agree(const Numbers& a, const Numbers& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return agree(x, y, same_mistake); });
}

/// By what the actual numbers are too large, if it is the same for all; NaN where it is not.
inline double common_factor(const Numbers& expected, const Numbers& actual)
{
    const auto largest = std::max_element(expected.begin(), expected.end(),
                                          [](double a, double b) { return std::abs(a) < std::abs(b); });
    const double factor = actual[static_cast<std::size_t>(largest - expected.begin())] / *largest;
    Numbers multiplied = expected;
    for (double& x : multiplied) x *= factor;
    return std::isfinite(factor) && all_agree(multiplied, actual) ? factor : std::nan("");
}

/// What was added to each of the expected numbers, if it is the same for all; NaN where it is not.
inline double common_offset(const Numbers& expected, const Numbers& actual)
{
    const double offset = actual.front() - expected.front();
    Numbers moved = expected;
    for (double& x : moved) x += offset;
    return all_agree(moved, actual) ? offset : std::nan("");
}

}  // namespace check
