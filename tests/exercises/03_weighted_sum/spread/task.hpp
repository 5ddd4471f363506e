/// \file
/// Exercise 3.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V);

}  // namespace attention
