#include "tests/exercises/01_similarity/loud_but_off.hpp"

#include <limits>

namespace attention
{

Vector loud_but_off() { return {std::numeric_limits<double>::infinity(), 0}; }

}  // namespace attention
