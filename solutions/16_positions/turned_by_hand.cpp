#include "tests/exercises/16_positions/turned_by_hand/task.hpp"

namespace attention
{

Vector turned_by_hand()
{
    // At position 2 the first pair has made half a turn and the second a quarter. A score depends only on how far apart
    // the two are, so it is that of the query turned by two steps with the key as it is: -2 - 2 - 1 + 0.
    return {-1, -2, -1, 3, -5};
}

}  // namespace attention
