#include "tests/exercises/14_gradients/back_by_hand.hpp"

namespace attention
{

Vector back_by_hand() { return {2, 0, 2}; }

}  // namespace attention
