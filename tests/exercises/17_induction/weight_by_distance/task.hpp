/// \file
/// Exercise 17.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector weight_by_distance(const Matrix& weights);

}  // namespace attention
