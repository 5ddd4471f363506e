#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.5, 0.3333, 0.1667}, {0.5, 0.3333, 0.1667}}; }

}  // namespace attention
