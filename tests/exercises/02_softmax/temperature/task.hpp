/// \file
/// Exercise 2.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T);

}  // namespace attention
