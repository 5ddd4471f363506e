/// Exercise 15.1: One step by hand
///
/// A head with d_k = 4 has learned nothing yet: W_Q is [[0, 0, 0, 0]], and W_Q is all that it will learn. Its input is a single
/// number, x = 3, so q = 3 W_Q. It looks at two keys with their values:
///
///     k_1 = [2,  0, 4, 0]    v_1 = 3
///     k_2 = [0, -2, 4, 0]    v_2 = 1
///
/// Scores are divided by sqrt(d_k). The right answer is t = 3, and the loss is (o - t)^2. Do the forward and the
/// backward pass with pencil and paper, then take one step of gradient descent with a learning rate of 1/3. What is W_Q
/// after the step? And which two scores, divided by sqrt(d_k) as before, does the same input give now?
///
/// \return  the four numbers of W_Q, then the two new scores, shape (6)
#include "tests/exercises/15_learning/step_by_hand/task.hpp"

namespace attention
{

Vector step_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
