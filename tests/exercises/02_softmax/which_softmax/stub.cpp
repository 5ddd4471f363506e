/// Exercise 2.2: Which softmax was it?
///
/// Five programs got the same scores, for two queries and three keys:
///
///     S = [[0, 1, 2],
///          [2, 2, 0]]
///
/// One of them returned the right weights. Each of the others made a different mistake:
///
///     A  the right softmax, row by row          B  softmax down the columns      C  one softmax over the whole matrix
///     D  exponentials, but no division          E  2 to the power of the score, not e
///
/// Which program printed which of these (rounded) results?
///
///     1: [[0.143, 0.286, 0.571],    2: [[0.119, 0.269, 0.881],    3: [[1.000, 2.718, 7.389],
///         [0.444, 0.444, 0.111]]        [0.881, 0.731, 0.119]]        [7.389, 7.389, 1.000]]
///
///     4: [[0.090, 0.245, 0.665],    5: [[0.037, 0.101, 0.275],
///         [0.468, 0.468, 0.063]]        [0.275, 0.275, 0.037]]
///
/// The sums tell you most of it, the ratios the rest: if two scores differ by 1, what must the ratio of their weights
/// be?
///
/// \return  five letters, for results 1 to 5, as in "ABCDE"
#include "tests/exercises/02_softmax/which_softmax/task.hpp"

namespace attention
{

std::string which_softmax()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
