/// Exercise 8.1: Bits by hand
///
/// How spread out are these rows of weights? Give the entropy of each in bits, so that halves and quarters come out even: a
/// weight of 1/2 costs one yes-or-no question, a weight of 1/4 two, a weight of 1/8 three.
///
///     a   [0, 1, 0, 0]
///     b   [1/4, 1/4, 1/4, 1/4]
///     c   [1/2, 1/4, 1/8, 1/8]
///     d   the softmax of the scores [9, -infinity, 9, -infinity]
///     e   33 keys: the first has 1/2, the other 32 share the other half evenly
///
/// Before you compute, guess their order, from the most decided to the most spread out. Where do you put e, with its one
/// clear favourite?
///
/// \return  five entropies in bits, in the order above, exact or rounded to 4 decimals, shape (5)
#include "tests/exercises/08_patterns/bits_by_hand/task.hpp"

namespace attention
{

Vector bits_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
