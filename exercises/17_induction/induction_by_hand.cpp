/// Exercise 17.4: An induction head by hand
///
/// There are five tokens, 0 to 4. The previous-token head of the first layer has done its work, and each place now has ten
/// numbers. The first five say which token is there, one-hot. The last five say which token came **before** it, one-hot as
/// well; at place 0 they are all 0. So in the sequence 0 3 1, the place of the 1 has
///
///     [0, 1, 0, 0, 0,   0, 0, 0, 1, 0]
///
/// Design the projections of an induction head for the second layer, with any d_k you like. From a place whose token
/// occurred once before, it must look at the place after that earlier occurrence with more than 0.9 of its weight, and its
/// output must be the token there, one-hot up to 0.1. The head sees its own place and those before it. Scores are divided by
/// the square root of d_k.
///
/// \return  W_Q and W_K, each of shape (10, d_k), and W_V, of shape (10, 5)
#include "tests/exercises/17_induction/induction_by_hand/task.hpp"

#include <cstddef>

namespace attention
{

Projections induction_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
