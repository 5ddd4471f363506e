#include "tests/exercises/02_softmax/which_softmax/task.hpp"

namespace attention
{

std::string which_softmax()
{
    // 3 sums to more than 1 everywhere, so nothing was divided. In 2 each column sums to 1, in 5 all of it together. 1 and 4
    // have rows that sum to 1; but in 1 the weights double where the score grows by 1, in 4 they grow by e.
    return "EBDAC";
}

}  // namespace attention
