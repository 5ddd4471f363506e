/// \file
/// Exercise 24.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector sink_softmax(const Vector& scores, double sink);

}  // namespace attention
