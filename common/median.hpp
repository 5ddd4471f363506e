/// \file
/// The median of some numbers.
#pragma once

#include "common/require.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace common
{

/// The median of some numbers. \throws std::invalid_argument  where there are none
inline double median(std::vector<double> values)
{
    require(!values.empty(), "median: no numbers were given; it needs at least one");
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace common
