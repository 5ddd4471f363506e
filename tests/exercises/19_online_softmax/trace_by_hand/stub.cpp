/// Exercise 19.1: Three keys by hand
///
/// Follow a query past three keys, with pencil and paper:
///
///     key     0      1      2
///     score   ln 2   ln 6   ln 3
///     value   3      0      8
///
/// After each key, write down l, o and o / l: the sum of the exponentials, the sum of the values, each times its
/// exponential, and the output so far. The running maximum m is subtracted in every exponent. When key 1 arrives, the old
/// sums are multiplied by exp(ln 2 - ln 6), which is a simple fraction.
///
/// \return  a row for each key with l, o and o / l, to three decimals, shape (3, 3)
#include "tests/exercises/19_online_softmax/trace_by_hand/task.hpp"

namespace attention
{

Matrix trace_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
