#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights() { return {{1, 0.5}, {3, 3}, {1.0 / 3, 1.0 / 6}}; }

}  // namespace attention
