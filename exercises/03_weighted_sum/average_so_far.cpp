/// Exercise 3.2: The average so far
///
/// The values arrive one at a time, each with its weight, and after each of them you want the average of all that have
/// arrived so far. The weights are not negative, but nobody has made them sum to 1.
///
///     weights [1, 3, 4],  V [[8], [0], [2]]    gives [[8], [2], [2]]
///     after the first:  8,  after the second: (8 + 3 * 0) / (1 + 3) = 2,  after the third: (8 + 0 + 4 * 2) / 8 = 2
///
/// While all weights so far are 0 there is no average; in that case the row is 0. Try to go through V only once: what
/// you have added up for one row is where you start for the next. Two later chapters build on this: one where words
/// must not see the words after them, and one where there are too many keys to keep.
///
/// \param weights  not negative, shape (m)
/// \param V        the values, one per row, shape (m, d_v)
/// \return         row j is the average of the values 0 to j, shape (m, d_v)
#include "tests/exercises/03_weighted_sum/average_so_far/task.hpp"

namespace attention
{

Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
