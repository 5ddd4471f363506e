/// \file
/// Exercise 16.4: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

Matrix turned_halves(const Matrix& X, std::size_t first);

}  // namespace attention
