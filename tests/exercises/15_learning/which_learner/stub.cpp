/// Exercise 15.2: How were they trained?
///
/// Five heads with d_k = 512 learned from questions like those of the lesson, 8 pairs each, by plain gradient descent. This is
/// how they differ:
///
///     A  scores are divided by nothing          B  by sqrt(d_k)          C  by d_k
///     D  by sqrt(d_k), but W_Q and W_K stay as they are, and only W_V is learned
///     E  by sqrt(d_k), but W_V stays as it is, and only W_Q and W_K are learned
///
/// Which is which? You have the loss, the weight on the right pair, and the entropy; ln 8 is 2.08.
///
///              at the start          after 100 steps       after 1500 steps
///        loss  weight  entropy    loss  weight  entropy    loss  weight  entropy
///     1: 1.25    0.13     1.77    1.14    0.11     2.02    1.13    0.13     2.01
///     2: 1.15    0.13     2.08    0.90    0.13     2.08    0.78    0.18     2.06
///     3: 1.25    0.13     1.77    0.19    0.69     0.94    0.11    0.87     0.30
///     4: 1.90    0.14     0.15    0.30    0.87     0.03    0.14    0.93     0.01
///     5: 1.25    0.13     1.77    0.94    0.13     1.77    0.94    0.13     1.77
///
/// \return  five letters, for the lines 1 to 5, as in "ABCDE"
#include "tests/exercises/15_learning/which_learner/task.hpp"

namespace attention
{

std::string which_learner()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
