/// Exercise 23.1: Back through the other norm
///
/// The chapter's norm divides a row by its size. The transformer of 2017 and GPT-2 have another one, the layer norm, which
/// first subtracts the mean of the row. For a row x of d numbers,
///
///     m = mean(x)    r = sqrt(mean((x - m)^2) + 0.000001)    u = (x - m) / r    y = gain * u + shift
///
/// where gain and shift have d numbers each, one for each coordinate. You are given dY, how the loss changes with each number
/// that came out. How does it change with each number that came in?
///
/// There are three paths from x_i to the loss: through u_i, through m, and through r. The last two reach every number of the
/// row. Find the formula with a pencil first. Your answer may not call `central_differences`, but you can compare it with
/// them.
///
///     x = [1, 3], gain = [1, 1], dy = [1, 0]     gives nearly [0, 0]: two numbers always come out as -1 and 1
///     x = [0, 3, 3], gain = [1, 1, 1], dy = [0, 1, 0]   gives [0, 0.354, -0.354], to three decimals
///
/// \param X     what came in, a row for each word, shape (n, d)
/// \param gain  shape (d)
/// \param dY    how the loss changes with what came out, shape (n, d)
/// \return      dX, how it changes with what came in, shape (n, d)
#include "tests/exercises/23_writing/norm_backward/task.hpp"

namespace attention
{

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
