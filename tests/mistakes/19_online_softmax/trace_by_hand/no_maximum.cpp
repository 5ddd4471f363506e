#include "tests/exercises/19_online_softmax/trace_by_hand.hpp"

namespace attention
{

Matrix trace_by_hand() { return {{2, 6, 3}, {8, 6, 0.75}, {11, 30, 2.727}}; }

}  // namespace attention
