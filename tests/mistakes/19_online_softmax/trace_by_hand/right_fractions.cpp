#include "tests/exercises/19_online_softmax/trace_by_hand.hpp"

namespace attention
{

Matrix trace_by_hand() { return {{1, 3, 3}, {4 / 3.0, 1, 3 / 4.0}, {11 / 6.0, 5, 5 / (11 / 6.0)}}; }

}  // namespace attention
