#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.4524, 0.3396, 0.2080}, {0.5634, 0.3175, 0.1191}}; }

}  // namespace attention
