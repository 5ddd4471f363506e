/// \file
/// Exercise 12.1: what is to be written.
#pragma once

#include <string>

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

std::string which_mask();

}  // namespace attention
