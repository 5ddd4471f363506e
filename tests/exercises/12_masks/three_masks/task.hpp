/// \file
/// Exercise 12.3: what is to be written.
#pragma once

#include <cstddef>
#include <vector>

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width);
BoolMatrix prefix_mask(std::size_t n, std::size_t prefix);
BoolMatrix packed_mask(const std::vector<int>& documents);

}  // namespace attention
