/// \file
/// Exercise 21.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Matrix smoothed_information(const Matrix& counts);

}  // namespace attention
