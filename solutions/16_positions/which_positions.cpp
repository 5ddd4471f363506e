#include "tests/exercises/16_positions/which_positions/task.hpp"

namespace attention
{

std::string which_positions()
{
    // Only what is added to the words changes when they move. The first falls by the slope at each step, without
    // positions nothing falls at all. Rotary has its largest score where nothing has turned, on the diagonal; keys that
    // are counted one further on meet their match one place before.
    return "EDBAC";
}

}  // namespace attention
