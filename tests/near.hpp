/// \file
/// How far apart two tensors are, and what has no distance.
#pragma once

#include "common/difference.hpp"
#include "common/tensor.hpp"

#include <limits>

namespace tests
{

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

using common::difference;

}  // namespace tests
