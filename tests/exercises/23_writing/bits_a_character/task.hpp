/// \file
/// Exercise 23.4: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <string>

namespace attention
{

Vector bits_a_character();
std::string fair_comparisons();

}  // namespace attention
