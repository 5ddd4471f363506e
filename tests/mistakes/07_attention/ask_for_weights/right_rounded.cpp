#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights() { return {{0, -0.6931}, {1.0986, 1.0986}, {-1.0986, -1.7918}}; }

}  // namespace attention
