/// Exercise 4.2: Not the nearest direction
///
/// A dictionary has three keys of the same length, and three values:
///
///     k_1 = [3, 4]     v_1 = 1
///     k_2 = [4, 3]     v_2 = 100
///     k_3 = [5, 0]     v_3 = 10000
///
/// Find a query q, no longer than 2, whose soft lookup (beta = 1) returns at least 9900: nearly all of the third value.
///
/// You might point the query along k_3, and that does give k_3 its highest score. But see what the lookup returns for
/// q = [2, 0], and think about what softmax depends on.
///
/// \return  q, shape (2), with a norm of at most 2
#include "tests/exercises/04_soft_lookup/ask_apart/task.hpp"

#include <cmath>

namespace attention
{

Vector ask_apart()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
