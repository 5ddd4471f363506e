/// \file
/// Exercise 23.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY);

}  // namespace attention
