#include "tests/exercises/03_weighted_sum/spread.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cmath>

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V) { return weighted_sum(weights, V); }

}  // namespace attention
