/// Exercise 14.2: A temperature that learns
///
/// A temperature is a number like any other, so it can be learned. The weights are softmax(s / T), and you are given dA, how the
/// loss changes with each weight. How does the loss change with T?
///
/// Go back in two steps: first through softmax, to z = s / T, and then from z to T, since each z_j = s_j / T changes with T. Write
/// it as a formula. Your answer may not call `central_differences`, but you can compare it with them.
///
///     scores [1, 0], T = 1, dA = [1, 0]    gives -0.196612: a higher temperature takes weight from the first
///
/// \param scores  all finite, shape (m)
/// \param T       above 0
/// \param dA      how the loss changes with each weight, shape (m)
/// \return        how it changes with T
#include "tests/exercises/14_gradients/back_to_temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
