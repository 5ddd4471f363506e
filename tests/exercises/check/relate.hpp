/// \file
/// How the numbers that came out stand to those that should have, where nobody knows the mistake.
#pragma once

#include "tests/exercises/check/diagnosis.hpp"

#include <optional>

namespace check
{

/// A sentence about the whole of what came out, which is true whatever the cause. The keys:
///
/// - `infinite`            infinities where numbers should be
/// - `cut_short`           the last numbers or rows are missing, the others are right
/// - `too_long`            all is right, and then there is more
/// - `all_negated`         every yes is a no, and the other way round
/// - `true_too_often`      some cells are true that should be false, none is the other way round
/// - `false_too_often`     some cells are false that should be true, none is the other way round
/// - `decimals_cut_off`    the right numbers, each cut to a whole one
/// - `squares`, `roots`, `logarithms`, `exponentials`, `reciprocals`, `absolute_values`  of the right numbers
/// - `constant_offset`     every number is too large or too small by the same
/// - `constant_factor`, `sign_flipped`  of a single number
/// - `one_too_many`, `one_too_few`  a single whole number
/// - `rows_by_factors`     each row is right up to a factor of its own
/// - `columns_by_factors`  each column is
/// - `rows_by_offsets`     each row is right up to something added to all of it
/// - `rows_all_the_same`   every row is the same, and should not be
/// - `rows_shifted`        each row has what belongs in a neighbour
/// - `one_place_wrong`     only one row, one column or one number of several is wrong
std::optional<Diagnosis> relate(const Pair& pair);

}  // namespace check
