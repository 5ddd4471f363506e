/// Exercise 16.2: Which positions were they?
///
/// One word, [1, 1], appears three times and is its own query and key. Its scores with itself, not divided by anything,
/// were computed in five ways, once with the words at places 0, 1, 2 and once at 5, 6, 7. Rows are queries, columns
/// are keys.
///
///     A  without positions                      B  sines and cosines, [sin p, cos p], added to each word
///     C  rotary, 1 radian per place             D  rotary, but keys are counted from 1 and queries from 0
///     E  a linear bias of slope 1/2
///
/// Which is which?
///
///        at 0, 1, 2                   at 5, 6, 7
///     1: [[ 2.00,  1.50,  1.00],      the same
///         [ 1.50,  2.00,  1.50],
///         [ 1.00,  1.50,  2.00]]
///
///     2: [[ 1.08, -0.83, -1.98],      the same
///         [ 2.00,  1.08, -0.83],
///         [ 1.08,  2.00,  1.08]]
///
///     3: [[ 5.00,  4.92,  3.08],      [[ 1.65,  2.55,  2.32],
///         [ 4.92,  5.76,  4.42],       [ 2.55,  4.36,  4.63],
///         [ 3.08,  4.42,  3.99]]       [ 2.32,  4.63,  5.82]]
///
///     4: [[ 2.00,  2.00,  2.00],      the same
///         [ 2.00,  2.00,  2.00],
///         [ 2.00,  2.00,  2.00]]
///
///     5: [[ 2.00,  1.08, -0.83],      the same
///         [ 1.08,  2.00,  1.08],
///         [-0.83,  1.08,  2.00]]
///
/// \return  five letters, for the matrices 1 to 5, as in "ABCDE"
#include "tests/exercises/16_positions/which_positions/task.hpp"

namespace attention
{

std::string which_positions()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
