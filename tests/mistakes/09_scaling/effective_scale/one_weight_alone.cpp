#include "tests/exercises/09_scaling/effective_scale.hpp"

#include <cmath>
#include <limits>

namespace attention
{

double effective_scale(const Vector& scores, const Vector& weights) { return std::log(weights(0)) / scores(0); }

}  // namespace attention
