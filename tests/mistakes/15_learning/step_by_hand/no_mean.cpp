#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {3, -1, 8, 0, 57, 51}; }

}  // namespace attention
