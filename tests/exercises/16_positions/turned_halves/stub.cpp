/// Exercise 16.4: Rotary positions, the other convention
///
/// Many models pair the coordinates of queries and keys not with their neighbours but across: the first of the first
/// half with the first of the second half, the second with the second, and so on. Of d_k = 6 coordinates the pairs are
/// 0 and 3, 1 and 4, 2 and 5. The speeds are the usual ones, `turn_per_step(pair, d_k)`: the first pair turns by 1 radian
/// per place.
///
///     [1, 0, 0, 0] at place 1    gives [0.5403, 0, 0.8415, 0], that is cos(1) and sin(1) of the first pair
///
/// Write it so that each pair [x, y] turns from the x axis towards the y axis.
///
/// \param X      queries or keys, one per row, shape (n, d_k), d_k even
/// \param first  the place of the first row
/// \return       shape (n, d_k)
#include "tests/exercises/16_positions/turned_halves/task.hpp"

#include "16_positions/frequency.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Matrix turned_halves(const Matrix& X, std::size_t first)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
