/// \file
/// Exercise 23.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

std::size_t next_token(const Vector& logits, double temperature, double top_p, double u);

}  // namespace attention
