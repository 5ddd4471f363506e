/// Exercise 1.1: Scores by hand
///
/// A query meets four keys:
///
///     q   = [ 1, -2,  3  ]
///     k_1 = [ 2,  1,  1  ]
///     k_2 = [-3,  0,  1  ]
///     k_3 = [ 0,  4, -2  ]
///     k_4 = [-1, -3,  0.5]
///
/// Work out the four dot products on paper and return them in order: `return {1, 2, 3, 4};` would be four scores.
/// Before you check, say which key agrees most with the query, which one is at a right angle to it, and which one
/// points away.
///
/// \return  the scores q . k_1 to q . k_4, shape (4)
#include "tests/exercises/01_similarity/by_hand/task.hpp"

namespace attention
{

Vector scores_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
