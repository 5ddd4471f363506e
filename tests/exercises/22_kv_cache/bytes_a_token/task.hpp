/// \file
/// Exercise 22.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Vector bytes_a_token();

}  // namespace attention
