#include "tests/exercises/21_your_own_data/which_masks/task.hpp"

namespace attention
{

std::string which_masks()
{
    // Align the axes at their ends, and compare. C has 4 below the 5 queries, E has 2 below the 4 heads, and neither is 1.
    return "ABDF";
}

}  // namespace attention
