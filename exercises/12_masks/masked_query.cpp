/// Exercise 12.2: One query, and what it may see
///
/// Write the weights of scaled dot-product attention for one query under a mask, key by key. Score only the keys it may see,
/// divide by the square root of d_k, and take the softmax over those. You need no -infinity and no large negative number.
///
///     q = [2, 0, 0, 0],  keys [1, 5, 0, 0], [2, 0, 1, 0], [-1, 0, 0, 3],  may see: yes, no, yes
///     masked_query(q, K, {true, false, true})  gives [0.8808, 0, 0.1192], the softmax of 1 and -1, and a 0 between them
///
/// A hidden key must not matter at all, whatever is in its row of K: a huge number, a NaN, an infinity. (Padding may be
/// whatever was last in memory.) Its weight is exactly 0.
///
/// A query that may see nothing gets weight 0 for every key: not NaN, and not equal shares. And the softmax must be safe:
/// visible scores of 2000 or -2000 must neither overflow nor vanish.
///
/// \param q        the query, shape (d_k), d_k at least 1
/// \param K        keys, one per row, shape (m, d_k), m at least 1; no NaN and no infinity in what the query may see
/// \param may_see  for each of the m keys, whether the query may see it
/// \return         weights, shape (m); those of the visible keys sum to 1, if there are any
#include "tests/exercises/12_masks/masked_query/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
