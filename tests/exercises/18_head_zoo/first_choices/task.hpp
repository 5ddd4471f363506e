/// \file
/// Exercise 18.3: what is to be written.
#pragma once

#include "18_head_zoo/sentences.hpp"

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <vector>

namespace attention
{

double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions);

}  // namespace attention
