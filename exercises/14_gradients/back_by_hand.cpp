/// Exercise 14.1: Back through softmax by hand
///
/// A query looks at three keys with the weights 1/2, 1/4 and 1/4. You already know how the loss changes with each weight:
///
///     dA = [4, 0, 2]
///
/// How does it change with each score? Work it out with pencil and paper.
///
/// \return  dS, shape (3)
#include "tests/exercises/14_gradients/back_by_hand/task.hpp"

namespace attention
{

Vector back_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
