#include "tests/exercises/13_multi_head/which_cut/task.hpp"

namespace attention
{

std::string which_cut()
{
    // Head 0 is the first two columns of every token: 5. In 2 the numbers simply go on, from one token into the next.
    return "CBDEA";
}

}  // namespace attention
