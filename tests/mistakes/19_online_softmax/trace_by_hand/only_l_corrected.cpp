#include "tests/exercises/19_online_softmax/trace_by_hand.hpp"

namespace attention
{

Matrix trace_by_hand() { return {{1, 3, 3}, {1.333, 3, 2.25}, {1.833, 7, 3.818}}; }

}  // namespace attention
