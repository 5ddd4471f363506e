#include "tests/exercises/04_soft_lookup/three_limits.hpp"

namespace attention
{

Vector three_limits() { return {(10.0 + 20.0 + 60.0) / 3.0, 20.0, (10.0 + 60.0) / 2.0}; }

}  // namespace attention
