#include "tests/exercises/21_your_own_data/which_masks/task.hpp"

namespace attention
{

std::string which_masks()
{
    // Align the axes at their ends, and compare. C puts 4 beside the 5 queries, E puts 2 beside the 4 heads: neither is 1.
    return "ABDF";
}

}  // namespace attention
