#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights() { return {{0, -0.980258}, {1.553672, 1.553672}, {-1.553672, -2.533930}}; }

}  // namespace attention
