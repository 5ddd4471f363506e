/// Exercise 1.3: Which key is most alike?
///
/// Find the key whose direction is most like the query's, the one with the largest cosine, and return its row in K.
///
///     q = [1, 1],  keys [9, 0], [2, 2], [-5, -5]    gives 1: the first is longer, but the second points the same way
///
/// Watch out for three things. Length must not matter, not even at 1e200, whose square is too large for a `double`. A
/// key that points away (cosine -1) is the least alike, not the most. And a zero key points nowhere: count its cosine
/// as 0. If several keys have exactly the same largest cosine, take the first of them.
///
/// Write the cosine yourself. You may call `dot` and `direction`, but not the chapter's `cosine` or `angle`.
///
/// \param q  the query, shape (d), not zero
/// \param K  the keys, one per row, shape (m, d), at least one
/// \return   the row of the key with the largest cosine
#include "tests/exercises/01_similarity/most_alike/task.hpp"

#include "01_similarity/similarity.hpp"

namespace attention
{

std::size_t most_alike(const Vector& q, const Matrix& K)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
