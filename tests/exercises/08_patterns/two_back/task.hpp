/// \file
/// Exercise 8.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Matrix W_Q_two_back();

}  // namespace attention
