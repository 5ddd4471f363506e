/// \file
/// Exercise 13.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace attention
{

/// Cuts a matrix into so many heads.
using Cut = std::function<std::vector<Matrix>(const Matrix& X, std::size_t heads)>;

bool cut_is_right(const Cut& cut);

}  // namespace attention
