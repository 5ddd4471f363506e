#include "tests/exercises/19_online_softmax/trace_by_hand.hpp"

namespace attention
{

Matrix trace_by_hand() { return {{1, 3, 3}, {1.333, 1, 0.75}, {1.833, 5, 2.727}}; }

}  // namespace attention
