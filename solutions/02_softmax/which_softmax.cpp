#include "tests/exercises/02_softmax/which_softmax/task.hpp"

namespace attention
{

std::string which_softmax()
{
    // In 3 every sum is above 1, so nothing was divided. In 2 each column sums to 1, in 5 the whole matrix does. In 1
    // and 4 the rows sum to 1; but in 1 a weight doubles when its score grows by 1, and in 4 it grows by the factor e.
    return "EBDAC";
}

}  // namespace attention
