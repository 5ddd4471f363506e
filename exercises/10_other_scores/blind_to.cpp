/// Exercise 10.1: What a score does not see
///
/// What a score does not see tells you what it is good for. Take four of the chapter's scores and five changes, and predict:
/// do the weights stay the same, whatever the queries and keys are?
///
///     a  the same vector is added to every key
///     b  the same vector is added to every key and to every query
///     c  one of the keys is multiplied by 3, the others stay
///     d  all queries and keys are turned by 45 degrees about the origin
///     e  every query is multiplied by 3
///
/// What counts is the weights after softmax, not the scores: softmax sees only how the scores of one query differ.
///
/// Return a row for each score, in the order dot product, Laplace, Gaussian, cosine, and a column for each change, with true
/// where the weights stay the same: `return {{true, false, true, false, true}, ...};`.
///
/// \return  true = the weights stay the same, shape (4, 5)
#include "tests/exercises/10_other_scores/blind_to/task.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
