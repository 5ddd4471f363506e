#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {0.5, 0.5, 0, 0, 1.5, -1.5}; }

}  // namespace attention
