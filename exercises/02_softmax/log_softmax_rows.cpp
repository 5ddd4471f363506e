/// Exercise 2.3: Logarithms of weights
///
/// A model is seldom trained on a weight itself, but on its logarithm: ln of the weight that the right answer got.
/// Write the log-softmax of every row, without taking the logarithm of a weight:
///
///     log_softmax_rows([[0, 1]])        gives [[-1.313, -0.313]]
///     log_softmax_rows([[0, 1000]])     gives [[-1000, 0]]
///
/// The second line is why this deserves a function of its own. The softmax of [0, 1000] is [0, 1], and the logarithm of
/// 0 is -infinity: a model that is badly wrong would see nothing but infinities. But ln of exp(s_j) / sum is a
/// difference when you write it out, and needs no division. Your function must also handle scores of 1e4, and of -1e4,
/// in any row.
///
/// \param scores  shape (n, m), finite, m at least 1; n may be 0
/// \return        ln of softmax, row by row, shape (n, m)
#include "tests/exercises/02_softmax/log_softmax_rows/task.hpp"

namespace attention
{

Matrix log_softmax_rows(const Matrix& scores)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
