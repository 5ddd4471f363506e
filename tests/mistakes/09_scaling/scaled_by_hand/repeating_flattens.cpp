#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.5, 0.3333, 0.1667}, {0.4177, 0.3411, 0.2412}}; }

}  // namespace attention
