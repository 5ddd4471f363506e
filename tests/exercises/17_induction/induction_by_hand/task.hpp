/// \file
/// Exercise 17.4: what is to be written.
#pragma once

#include "05_queries_keys_values/projections.hpp"

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

Projections induction_by_hand();

}  // namespace attention
