/// \file
/// Exercise 12.2: what is to be written.
#pragma once

#include <vector>

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see);

}  // namespace attention
