/// \file
/// Mistakes that any exercise can have, recognised by their numbers alone.
#pragma once

#include "tests/exercises/check/diagnosis.hpp"

#include <optional>

namespace check
{

/// What the numbers give away, if anything. The keys:
///
/// - `not_a_number`         NaN where numbers should be
/// - `nearly_right`         right to three digits and more, and not to all of them
/// - `not_initialised`      off by what stands in fresh memory
/// - `all_zeros`            nothing but 0
/// - `transposed`           rows and columns have changed places
/// - `sign_flipped`         every number has the wrong sign
/// - `constant_factor`      every number is the same number of times too large or too small
/// - `columns_for_rows`     each column sums to 1, where each row should
/// - `one_softmax_for_all`  all numbers together sum to 1, where each row should
/// - `another_order`        the right numbers in wrong places
std::optional<Diagnosis> recognise(const Pair& pair);

}  // namespace check
