/// Exercise 5.2: Could one projection do?
///
/// Suppose queries and keys share one projection, W_Q = W_K = W. Then not every table of scores is possible.
///
/// Two words score each other and themselves: S(i, j) is the score of word i's query with word j's key. Decide
/// whether S can come from one shared projection, for some words and some W of any size. For instance
///
///     [[4, 2], [2, 1]]    can: both vectors on one line, one with twice the norm of the other
///     [[1, 0], [3, 1]]    cannot: the second word scores the first with 3, and the first scores the second with 0
///     [[1, 3], [3, 1]]    cannot, though it is symmetric. Why not?
///
/// Write x' = x W and y' = y W. Then all four scores are dot products among x' and y', and what chapter 1 says about
/// dot products and norms tells you which tables exist. The numbers are whole, so exact comparisons are fine.
///
/// \param S  shape (2, 2)
/// \return   whether there are x' and y' with these dot products
#include "tests/exercises/05_queries_keys_values/one_projection/task.hpp"

namespace attention
{

bool one_projection_could(const Matrix& S)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
