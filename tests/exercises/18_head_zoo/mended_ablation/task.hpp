/// \file
/// Exercise 18.4: what is to be written.
#pragma once

#include "13_multi_head/multi_head.hpp"

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed);

}  // namespace attention
