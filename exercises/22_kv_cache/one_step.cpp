/// Exercise 22.1: One step for heads that share
///
/// A new token arrives. It brings a query for each head, but fewer keys and values: neighbouring heads form a group, which
/// shares one key and one value. With 6 heads in 3 groups, heads 0 and 1 ask group 0, heads 2 and 3 ask group 1, and heads 4
/// and 5 ask group 2.
///
/// Write one step: put what the token brings into the cache, then let each head attend to all tokens in there, the new one
/// included. Divide scores by the square root of d_k. The cache knows
///
///     cache.append(K, V)                      keep one more token
///     cache.tokens(), cache.groups()          how many there are
///     cache.key(g, j), cache.value(g, j)      fetch what group g keeps of token j
///
/// Fetching from the cache is what a step waits for. So fetch each key once, let all heads of its group use it, and do the
/// same with the values. The check counts. There is room for all the scores.
///
/// \param Q      one query for each head, shape (heads, d_k); the groups divide the heads evenly
/// \param K      the token's key for each group, shape (groups, d_k)
/// \param V      the token's value for each group, shape (groups, d_v)
/// \param cache  what earlier tokens left, perhaps nothing; the new token is added
/// \return       one output for each head, shape (heads, d_v)
#include "tests/exercises/22_kv_cache/one_step/task.hpp"

#include <cstddef>

namespace attention
{

Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
