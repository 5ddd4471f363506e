/// \file
/// Properties that a right answer has, whatever the numbers.
#pragma once

#include "tests/exercises/check/question.hpp"

#include <functional>
#include <string>

namespace check
{

/// A condition of the check's own: `sentence` is said where `holds` is false. It may call the answer again.
Property property(std::string key, std::string sentence, std::function<bool(const Value&)> holds);

/// Every row sums to 1; a vector is one row.
Property rows_sum_to_one();

/// No number is below 0.
Property none_negative();

/// Every number is a number, and none is infinite.
Property all_finite();

/// Every number lies between two others, as an average of values does.
Property between(double low, double high);

/// The same property of one part of a value: `of("weights", rows_sum_to_one())`.
Property of(std::string part, Property whole);

}  // namespace check
