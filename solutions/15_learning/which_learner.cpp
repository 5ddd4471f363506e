#include "tests/exercises/15_learning/which_learner/task.hpp"

namespace attention
{

std::string which_learner()
{
    // An entropy near 0 at the start is that of huge scores, one of ln 8 that of tiny ones. Where no score can change, the
    // entropy cannot either. And where the values are noise, there is nothing worth looking for: an even mix is best.
    return "ECBAD";
}

}  // namespace attention
