/// Exercise 21.2: A mask that prefers what is near
///
/// A mask of numbers is added to the scores. So it can do more than hide keys: it can prefer some of them. Write the mask of
/// *attention with linear biases* (Press, Smith, Lewis 2021), which is all that a model needs to tell what is near. You
/// may know it from exercise 16.3; here it also hides what comes later:
///
///     the key at the query's own place gets 0
///     a key p places before it gets -slope * p
///     a key after it gets -infinity
///
/// There may be more keys than queries, because older keys were kept: the last query is at the place of the last key.
///
///     near_mask(2, 3, 0.5)    gives [[-0.5,  0,   -inf],
///                                    [-1,   -0.5,  0  ]]
///
/// With fewer keys than queries, the first queries come before the first key, and see nothing.
///
/// \param n      queries
/// \param m      keys
/// \param slope  what one place costs, at least 0
/// \return       shape (n, m)
#include "tests/exercises/21_your_own_data/near_mask/task.hpp"

namespace attention
{

Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
