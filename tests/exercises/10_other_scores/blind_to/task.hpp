/// \file
/// Exercise 10.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

BoolMatrix blind_to();

}  // namespace attention
