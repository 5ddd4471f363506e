/// \file
/// Exercise 1.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

std::size_t most_alike(const Vector& q, const Matrix& K);

}  // namespace attention
