#include "tests/exercises/20_long_context/blocks_by_hand/task.hpp"

namespace attention
{

Vector blocks_by_hand()
{
    // Four blocks of queries. The last query of each sees 256, 512, 768 and 1000 keys: 1, 1, 2 and 2 blocks of 512. And
    // between two blocks a query keeps m, l and o.
    return {1 + 1 + 2 + 2, 256 * 512 * 4, 1 + 1 + 64};
}

}  // namespace attention
