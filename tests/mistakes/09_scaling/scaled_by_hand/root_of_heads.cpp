#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.5634, 0.3175, 0.1191}, {0.9067, 0.0915, 0.0018}}; }

}  // namespace attention
