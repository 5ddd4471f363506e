/// Exercise 11.2: What causal attention costs
///
/// When a model writes, no word looks at the words after it, so nobody needs to compute those scores. Say n new words join
/// words from before, and there are m words in all. Each new word attends to itself and to everything before it: the first
/// new word sees m - n + 1 keys, the last one all m. A query scores only the keys it sees, takes the softmax over those, and
/// blends only their values.
///
/// Count the operations of each step as the chapter's `operations` does, without running anything:
///
///     causal_cost(1, 1, 2, 3)  gives {scores 3, softmax 3, values 3}: one query that sees itself
///     causal_cost(2, 2, 2, 3)  gives {scores 9, softmax 11, values 12}: one query sees one key, the other sees two
///
/// Once it passes, compare causal_cost(1000, 1000, 512, 512) with the 2,051,486,000 of the lesson. Is it half? Then look at
/// what one new word costs after 999 others: causal_cost(1, 1000, 512, 512).
///
/// \param n    new words, the queries; 0 is allowed, and takes no operations
/// \param m    keys, at least n and at least 1
/// \param d_k  coordinates of queries and keys, at least 1
/// \param d_v  coordinates of values
/// \return     the operations of each step, exactly; none is above 10^19, which fits into 64 bits, but twice that does
///             not
#include "tests/exercises/11_complexity/causal_cost/task.hpp"

#include "11_complexity/operations.hpp"

namespace attention
{

Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
