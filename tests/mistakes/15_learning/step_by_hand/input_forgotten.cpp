#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {1.0 / 3, 1.0 / 3, 0, 0, 1, -1}; }

}  // namespace attention
