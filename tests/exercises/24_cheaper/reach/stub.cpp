/// Exercise 24.1: How many layers until it arrives?
///
/// With a window a token does not see far. But those it sees have seen others, one layer below: what is known travels one step
/// with each layer. All layers have the same mask. For each pair of places, find how many layers it takes until the vector at
/// place i can depend on the token at place j.
///
/// A place keeps what it knows, because what attention finds is added to the vector that is there. So its own token takes 0
/// layers, even where the mask hides a place from itself. Where a token never arrives, the answer is infinity.
///
///     mask      x . . .     gives     0  inf  inf  inf
///               x x . .               1    0  inf  inf
///               . x x .               2    1    0  inf
///               . . x x               3    2    1    0
///
/// The check tries windows, but other patterns as well, and masks that let a place see later ones.
///
/// Predict before you run it: how many layers with a window of 8, its own place included, does it take to look back 100
/// places? And how much does it help if everybody sees the last place of each block of 8 as well?
///
/// \param mask  true = the query in this row may attend to the key in this column, shape (n, n); n may be 0
/// \return      how many layers it takes from the token of the column to the place of the row, shape (n, n)
#include "tests/exercises/24_cheaper/reach/task.hpp"

#include <cstddef>
#include <limits>

namespace attention
{

Matrix reach(const BoolMatrix& mask)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
