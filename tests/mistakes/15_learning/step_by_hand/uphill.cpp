#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {-1, -1, 0, 0, -3, 3}; }

}  // namespace attention
