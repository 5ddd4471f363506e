#include "tests/exercises/04_soft_lookup/three_limits.hpp"

namespace attention
{

Vector three_limits() { return {0, 20, 35}; }

}  // namespace attention
