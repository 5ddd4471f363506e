/// Exercise 21.2: A mask that prefers what is near
///
/// A mask of numbers is added to the scores. So it need not only hide: it can also prefer. Write the mask of *attention with
/// linear biases* (Press, Smith, Lewis 2021), with which a model knows what is near without any other word about places:
///
///     the key at the query's own place gets 0
///     a key so many places before it gets  -slope  times so many
///     a key after it gets -infinity
///
/// There may be more keys than queries, those that were kept from before: the last query stands at the last key.
///
///     near_mask(2, 3, 0.5)    gives [[-0.5,  0,   -inf],
///                                    [-1,   -0.5,  0  ]]
///
/// With fewer keys than queries, the first queries stand before the first key, and see nothing.
///
/// \param n      queries
/// \param m      keys
/// \param slope  what a place costs, at least 0
/// \return       shape (n, m)
#include "tests/exercises/21_your_own_data/near_mask/task.hpp"

namespace attention
{

Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
