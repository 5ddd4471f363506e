#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.5, 0.3333, 0.1667}, {0.8265, 0.1633, 0.0102}}; }

}  // namespace attention
