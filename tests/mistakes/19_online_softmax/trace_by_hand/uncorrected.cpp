#include "tests/exercises/19_online_softmax/trace_by_hand.hpp"

namespace attention
{

Matrix trace_by_hand() { return {{1, 3, 3}, {2, 3, 1.5}, {2.5, 7, 2.8}}; }

}  // namespace attention
