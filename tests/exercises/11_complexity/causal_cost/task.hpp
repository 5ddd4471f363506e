/// \file
/// Exercise 11.2: what is to be written.
#pragma once

#include "11_complexity/operations.hpp"

#include <cstdint>

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v);

}  // namespace attention
