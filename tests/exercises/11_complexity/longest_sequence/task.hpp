/// \file
/// Exercise 11.3: what is to be written.
#pragma once

#include <cstdint>

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number);

}  // namespace attention
