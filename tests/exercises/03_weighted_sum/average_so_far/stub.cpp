/// Exercise 3.2: The average so far
///
/// The values arrive one at a time, each with its weight, and after each of them you are asked for the average of those
/// that have come so far. The weights are not negative, but nobody has made them sum to 1.
///
///     weights [1, 3, 4],  V [[8], [0], [2]]    gives [[8], [2], [2]]
///     after the first:  8,  after the second: (8 + 3 * 0) / (1 + 3) = 2,  after the third: (8 + 0 + 4 * 2) / 8 = 2
///
/// As long as all weights have been 0, there is no average; let the row be 0 then. Pass over V once: what has been added up
/// for one row serves the next. Two later chapters build on this: one where words must not see the words after them, and
/// one where the keys are too many to keep.
///
/// \param weights  not negative, shape (m)
/// \param V        the values, one a row, shape (m, d_v)
/// \return         row j the average of the values 0 to j, shape (m, d_v)
#include "tests/exercises/03_weighted_sum/average_so_far/task.hpp"

namespace attention
{

Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
