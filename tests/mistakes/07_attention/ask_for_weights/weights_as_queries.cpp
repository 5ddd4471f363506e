#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights() { return {{0.5, 0.25}, {0.2, 0.2}, {0.6, 0.3}}; }

}  // namespace attention
