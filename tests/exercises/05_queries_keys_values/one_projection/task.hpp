/// \file
/// Exercise 5.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

bool one_projection_could(const Matrix& S);

}  // namespace attention
