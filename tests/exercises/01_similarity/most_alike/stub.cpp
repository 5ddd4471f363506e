/// Exercise 1.3: Which key is most alike?
///
/// Find the key whose direction is most like the query's: the one with the largest cosine. Return its place in K.
///
///     q = [1, 1],  keys [9, 0], [2, 2], [-5, -5]    gives 1: the first is longer, the second points the same way
///
/// Mind three things. Length must not matter, not even at 1e200, whose square is more than a `double` can hold. A key that
/// points away (cosine -1) is the least alike, not the most. And a zero key points nowhere: count its cosine as 0. Where
/// the largest cosine comes out the same for several keys, to the last digit, take the first of them. Write the cosine
/// yourself: `cosine` and `angle` of the chapter are not to be called here, `dot` and `direction` may be.
///
/// \param q  the query, shape (d), not zero
/// \param K  the keys, one a row, shape (m, d), at least one
/// \return   the place of the key with the largest cosine
#include "tests/exercises/01_similarity/most_alike/task.hpp"

#include "01_similarity/similarity.hpp"

namespace attention
{

std::size_t most_alike(const Vector& q, const Matrix& K)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
