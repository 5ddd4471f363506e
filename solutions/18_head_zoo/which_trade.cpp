#include "tests/exercises/18_head_zoo/which_trade/task.hpp"

namespace attention
{

std::string which_trade()
{
    // 1 finds Paul for "he", 2 always looks one place back, 4 finds what came after "wug", 6 finds the subject. 3 and 7 do
    // not tell source from distractor, and 5 stops at the earlier "wug" itself.
    return "CPNINSN";
}

}  // namespace attention
