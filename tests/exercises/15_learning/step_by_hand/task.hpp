/// \file
/// Exercise 15.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector step_by_hand();

}  // namespace attention
