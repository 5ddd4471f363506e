/// Exercise 12.2: One query, and what it may see
///
/// Write scaled dot-product attention's weights for one query under a mask, key by key. Score only the keys that it may see,
/// divide by the square root of d_k, and take the softmax over these. You need no -infinity, and no large negative number.
///
///     q = [2, 0, 0, 0],  keys [1, 5, 0, 0], [2, 0, 1, 0], [-1, 0, 0, 3],  may see: yes, no, yes
///     masked_query(q, K, {true, false, true})  gives [0.8808, 0, 0.1192], the softmax of 1 and -1, and a 0 between them
///
/// What is hidden must not matter at all, whatever stands in its row of K: a huge number, a NaN, an infinity. (A padding key
/// may be whatever the memory last held.) Its weight is 0, exactly.
///
/// A query that may see nothing gets weights 0 for all, not NaN, and not the same for each. And softmax is to be safe:
/// visible scores of 2000 or of -2000 must not overflow, or vanish.
///
/// \param q        the query, shape (d_k), d_k at least 1
/// \param K        keys, one a row, shape (m, d_k), m at least 1; no NaN and no infinity in what the query may see
/// \param may_see  for each of the m keys, whether the query may see it
/// \return         weights, shape (m); those of the keys that may be seen sum to 1, if there are any
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
