#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {3, 3, 0, 0, 9, -9}; }

}  // namespace attention
