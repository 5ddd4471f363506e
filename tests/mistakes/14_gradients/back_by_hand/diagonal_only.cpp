#include "tests/exercises/14_gradients/back_by_hand.hpp"

namespace attention
{

Vector back_by_hand() { return {1, 0, 1.5}; }

}  // namespace attention
