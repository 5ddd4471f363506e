/// \file
/// Exercise 24.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Matrix reach(const BoolMatrix& mask);

}  // namespace attention
