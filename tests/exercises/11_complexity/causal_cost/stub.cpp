/// Exercise 11.2: What causal attention costs
///
/// Nobody need compute what nobody may see. n new words join those of before, so that there are m words in all, and each new
/// one attends to itself and to all before it: the first new word to m - n + 1 keys, the last to all m. Each query scores
/// these keys alone, takes the softmax over these, and blends the values of these.
///
/// Count the operations of each step, in the way of the chapter's `operations`, without running anything:
///
///     causal_cost(1, 1, 2, 3)  gives {scores 3, softmax 3, values 3}: one query that sees itself
///     causal_cost(2, 2, 2, 3)  gives {scores 9, softmax 11, values 12}: one query sees one key, and one sees two
///
/// When it is solved, compare causal_cost(1000, 1000, 512, 512) with the 2,051,486,000 of the chapter's exercise. Is it
/// half? And see what one new word costs that joins 999 others: causal_cost(1, 1000, 512, 512).
///
/// \param n    new words, the queries; 0 is allowed, and takes no operations
/// \param m    keys, at least n and at least 1
/// \param d_k  coordinates of queries and keys, at least 1
/// \param d_v  coordinates of values
/// \return     the operations of each step, exactly; up to 10^19
#include "tests/exercises/11_complexity/causal_cost/task.hpp"

#include "11_complexity/operations.hpp"

namespace attention
{

Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
