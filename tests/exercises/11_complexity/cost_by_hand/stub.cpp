/// Exercise 11.1: The cost by hand
///
/// Predict with a pencil and the chapter's formulas:
///
/// a) Take the chapter's example again, n = m = 1000 and d_k = d_v = 512, but now the scores are scaled: each is divided by
/// the square root of d_k, which is known already. How many operations are there now, exactly?
///
/// b) How many times as many operations does Q K^T take there as softmax? Count the scaling with neither, and round to a
/// whole number.
///
/// c) A text gets three times as long, and its vectors three times as short: n becomes 3 n, d becomes d / 3. By what factor
/// do the operations of the two products change, by the rule 4 n^2 d?
///
/// d) And those of the three projections, by the rule 6 n d^2?
///
/// e) The scores of one head, a single run of attention, are kept as float, 4 bytes each. They must fit into 16 GB. How many
/// words, n = m, may there be at most? A GB is 10^9 bytes.
///
/// f) The same for 8 layers with 4 heads each, if all their scores are kept: how many words?
///
/// Return the six numbers in this order: `return {1, 2, 3, 4, 5, 6};`.
///
/// \return  six numbers; c and d are exact, or rounded to 4 decimals; the others are whole
#include "tests/exercises/11_complexity/cost_by_hand/task.hpp"

namespace attention
{

Vector cost_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
