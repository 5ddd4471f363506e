#include "tests/exercises/16_positions/which_positions/task.hpp"

namespace attention
{

std::string which_positions()
{
    // Only an encoding that is added to the words changes when they move. Matrix 1 falls by the slope at each step; matrix
    // 4, without positions, does not fall at all. Rotary scores are largest where nothing has turned, on the diagonal; if
    // keys are counted one place ahead, the match moves one column to the left.
    return "EDBAC";
}

}  // namespace attention
