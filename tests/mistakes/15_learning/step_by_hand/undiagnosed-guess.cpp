#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand() { return {1, 2, 3, 4, 5, 6}; }

}  // namespace attention
