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
#include "tests/exercises/15_learning/step_by_hand.hpp"

namespace attention
{

Vector step_by_hand()
{
    // All scores are 0, so the weights are 1/2 each and o = 2. Back: dO = 2 (2 - 3) = -2, dA = [-6, -2] with the mean -4,
    // dS = [-1, 1], dq = (-k_1 + k_2) / 2 = [-1, -1, 0, 0], dW_Q = 3 dq. A third of that, downhill: [1, 1, 0, 0]. Then
    // q = [3, 3, 0, 0], and the scores are 6 / 2 and -6 / 2.
    return {1, 1, 0, 0, 3, -3};
}

}  // namespace attention
