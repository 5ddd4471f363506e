/// \file
/// Exercise 8.4: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector how_decided(const Matrix& scores);

}  // namespace attention
