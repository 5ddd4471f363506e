#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {1.5, -0.5, 4, 0, 28.5, 25.5}; }

}  // namespace attention
