/// \file
/// Exercise 19.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"
#include "tests/exercises/stream.hpp"

namespace attention
{

double entropy_in_one_pass(Stream<double>& scores);

}  // namespace attention
