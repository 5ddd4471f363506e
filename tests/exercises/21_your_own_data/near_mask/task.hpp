/// \file
/// Exercise 21.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

Matrix near_mask(std::size_t n, std::size_t m, double slope);

}  // namespace attention
