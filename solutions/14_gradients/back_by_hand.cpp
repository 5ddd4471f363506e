/// Exercise 14.1: Back through softmax by hand
///
/// A query looks at three keys with the weights 1/2, 1/4 and 1/4. The loss would change with these weights by
///
///     dA = [4, 0, 8]
///
/// How does it change with the scores? Work it out with pencil and paper.
///
/// \return  dS, shape (3)
#include "tests/exercises/14_gradients/back_by_hand.hpp"

namespace attention
{

Vector back_by_hand()
{
    // The mean of dA by the weights is 2 + 0 + 2 = 4. What is above the mean pulls its score up, what is below pushes it down.
    return {0.5 * (4 - 4), 0.25 * (0 - 4), 0.25 * (8 - 4)};
}

}  // namespace attention
