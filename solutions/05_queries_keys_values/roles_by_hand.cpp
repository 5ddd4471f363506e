#include "tests/exercises/05_queries_keys_values/roles_by_hand/task.hpp"

namespace attention
{

Vector roles_by_hand()
{
    // x W_Q: twice the first row, minus the second, plus the third.
    // y W_K: the first row, plus twice the second; the third has no say, for the last coordinate of y is 0.
    return {4, -2, 2, 3, 2};
}

}  // namespace attention
