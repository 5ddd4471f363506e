/// Exercise 14.2: A temperature that learns
///
/// A temperature is a number like any other: it can be learned. The weights are softmax(s / T), and something behind them
/// has sent back dA, how the loss changes with each weight. How does it change with T?
///
/// Write the formula; `central_differences` is there to see whether it is right. Go back in two steps. First through softmax,
/// to z = s / T. Then from z to T: each z_j = s_j / T changes with T, too.
///
///     scores [1, 0], T = 1, dA = [1, 0]    gives -0.196612: a higher temperature takes weight from the first
///
/// \param scores  shape (m)
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
