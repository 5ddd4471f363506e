/// Exercise 17.3: How far back does a head look?
///
/// Does a head look at a place whatever token is there? You can tell from its weights, without seeing the tokens: what
/// matters is how far back the weight is. A previous-token head has most of it 1 back, the head in the trap of this chapter 11
/// back, and an induction head is blurred if blocks differ in length.
///
/// For each distance k = 0, ..., n - 1, average the weights k places before the place of their query, over those queries that
/// have such a place.
///
/// \param weights  of n queries, query i at the place of key i; they may see later keys as well, shape (n, n)
/// \return         the mean weight for each distance back, from 0 on, shape (n); empty if n is 0
#include "tests/exercises/17_induction/weight_by_distance/task.hpp"

#include <cstddef>

namespace attention
{

Vector weight_by_distance(const Matrix& weights)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
