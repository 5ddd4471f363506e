#include "tests/exercises/14_gradients/back_by_hand/task.hpp"

namespace attention
{

Vector back_by_hand()
{
    // The mean of dA by the weights is 2 + 0 + 2 = 4. What is above the mean pulls its score up, what is below pushes it down.
    return {0.5 * (4 - 4), 0.25 * (0 - 4), 0.25 * (8 - 4)};
}

}  // namespace attention
