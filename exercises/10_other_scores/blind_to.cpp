/// Exercise 10.1: What a score does not see
///
/// What a score does not see tells you what it is for. Predict, for four of the chapter's scores and five changes: do the
/// weights stay as they are, for any queries and keys whatever?
///
///     a  the same vector is added to every key
///     b  the same vector is added to every key and to every query
///     c  one of the keys is multiplied by 3, the others stay
///     d  all queries and keys are turned by 45 degrees about the origin
///     e  every query is multiplied by 3
///
/// It is the weights that count, after softmax, and not the scores: softmax sees only how the scores of one query differ.
///
/// Return a row for each score, in the order dot product, Laplace, Gaussian, cosine, and a column for each change, with true
/// where the weights stay: `return {{true, false, true, false, true}, ...};`.
///
/// \return  true = the weights stay as they are, shape (4, 5)
#include "tests/exercises/10_other_scores/blind_to/task.hpp"

namespace attention
{

BoolMatrix blind_to()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
