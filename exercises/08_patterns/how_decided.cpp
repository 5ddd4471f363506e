/// Exercise 8.4: How decided is each query?
///
/// A query that spreads over 2 of 3 keys is less decided than one that spreads over 2 of 300, though both have the same
/// entropy. So compare the entropy with the largest one possible. For each query return
///
///     1 - H / ln(how many keys it may look at)
///
/// which is 0 if all those keys have equal weight, and 1 if one of them has everything. H is the entropy of the row's
/// softmax, in nats. A score of -infinity marks a key that the query may not look at.
///
///     how_decided([[0, 0, 0, 0], [0, 0, -infinity, -infinity], [0, -1000, -1000, -1000]])  gives  [0, 0, 1]
///
/// A query that may look at only one key, or at none, has nothing to decide: give it 0, not NaN. In a model that reads from
/// left to right, the first word is always such a query. Its entropy of 0 does not mean that it made a firm choice.
///
/// \param scores  shape (n, m); -infinity where a query may not look
/// \return        one number per query, between 0 and 1, shape (n)
#include "tests/exercises/08_patterns/how_decided/task.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include <cmath>
#include <limits>

namespace attention
{

Vector how_decided(const Matrix& scores)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
