/// Exercise 15.1: One step by hand
///
/// A head with d_k = 4 has learned nothing yet: W_Q is [[0, 0, 0, 0]], and only W_Q is to be learned. Its input is the one
/// number x = 3, so q = 3 W_Q. It looks at two keys with their values:
///
///     k_1 = [2,  0, 4, 0]    v_1 = 3
///     k_2 = [0, -2, 4, 0]    v_2 = 1
///
/// Scores are divided by sqrt(d_k). The right answer is t = 3, and the loss is (o - t)^2. Go forward and back with pencil
/// and paper, and take one step of gradient descent with the rate 1/3. What is W_Q then, and which two scores, divided
/// like the others, does the same input give now?
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
