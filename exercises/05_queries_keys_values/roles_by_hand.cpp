/// Exercise 5.1: Two roles by hand
///
/// Two words and two projections:
///
///     x = [2, -1, 1]          W_Q = [[1, 0],          W_K = [[ 0, 1],
///     y = [1,  2, 0]                 [0, 3],                 [ 1, 1],
///                                    [2, 1]]                 [-1, 2]]
///
/// x asks, y is asked. On paper, work out the query of x, the key of y, and their score. Return the five numbers in
/// this order: q_1, q_2, k_1, k_2, q . k. (Row times matrix: coordinate c of x says how much of row c of W to take.)
///
/// \return  q_1, q_2, k_1, k_2 and the score, shape (5)
#include "tests/exercises/05_queries_keys_values/roles_by_hand/task.hpp"

namespace attention
{

Vector roles_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
