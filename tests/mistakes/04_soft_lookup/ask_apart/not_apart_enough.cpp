#include "tests/exercises/04_soft_lookup/ask_apart.hpp"

#include <cmath>

namespace attention
{

Vector ask_apart() { return {1.4, -0.1}; }

}  // namespace attention
