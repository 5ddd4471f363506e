/// \file
/// Exercise 14.3: what is to be written.
#pragma once

#include "14_gradients/attention_backward.hpp"

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <functional>

namespace attention
{

/// Goes back through attention, as `attention_backward` does.
using Backward = std::function<AttentionGradients(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A,
                                                  const Matrix& dO)>;

bool backward_is_right(const Backward& backward);

}  // namespace attention
