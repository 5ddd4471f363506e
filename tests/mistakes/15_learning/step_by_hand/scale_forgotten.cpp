#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {2, 2, 0, 0, 6, -6}; }

}  // namespace attention
