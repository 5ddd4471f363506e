/// Exercise 6.1: Where the scores lie
///
/// Five queries meet seven keys, with d_k = 3: Q has shape (5, 3), K has shape (7, 3). Before you run
/// anything, predict:
///
/// 1. how many rows S = Q K^T has,
/// 2. how many columns,
/// 3. where the score of query 2 with key 4 lies in memory, when S is stored row after row and the first number is
///    place 0 (queries and keys count from 0, too),
/// 4. how many multiplications of two numbers it takes to compute all of S.
///
/// \return  the four numbers in this order, shape (4)
#include "tests/exercises/06_score_matrix/where_scores_lie/task.hpp"

namespace attention
{

Vector where_scores_lie()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
