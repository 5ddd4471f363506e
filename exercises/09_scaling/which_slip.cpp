/// Exercise 9.3: Which slip was it?
///
/// Six programs compute the same attention. The words have d_model = 10 features, the queries and keys d_k = 5 coordinates,
/// the values d_v = 6. One of the queries has the scores [1, -1, 1] with its three keys, and the programs give it these
/// weights, rounded:
///
///     output 1  [0.4223, 0.1554, 0.4223]
///     output 2  [0.3745, 0.2510, 0.3745]
///     output 3  [0.2094, 0.0283, 0.2094]
///     output 4  [0.4683, 0.0634, 0.4683]
///     output 5  [0.3951, 0.2099, 0.3951]
///     output 6  [0.4151, 0.1697, 0.4151]
///
/// Measure each one (exercise 9.2 says how; look at the sums, too), and tell what was done. The suspects:
///
///     a  right: divided by the square root of d_k     e  divided by the root of d_k, with its decimals cut off
///     b  not divided at all                           f  multiplied by the root of d_k
///     c  divided by d_k, or twice by its root         g  the weights divided by the root of d_k, not the scores
///     d  divided by the square root of d_model        h  divided by the square root of (d_model / d_k)
///
/// Return six letters, one for each output, in order: `return "abcdef";`. Two of the suspects are innocent.
///
/// \return  a word of six letters
#include "tests/exercises/09_scaling/which_slip/task.hpp"

namespace attention
{

std::string which_slips()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
