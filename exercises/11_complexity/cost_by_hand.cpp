/// Exercise 11.1: The cost by hand
///
/// Predict, with a pencil and the chapter's formulas:
///
/// a) The chapter's exercise once more, n = m = 1000 and d_k = d_v = 512, but this time the scores are scaled: each is
/// divided by the square root of d_k, which is known. How many operations are there now, exactly?
///
/// b) How many times as many operations does Q K^T take there as softmax? Count the scaling with neither of them, and round to
/// a whole number.
///
/// c) A text gets three times as long, and the vectors three times as short: n becomes 3 n, d becomes d / 3. How many times
/// as many operations do the two products take, by the rule 4 n^2 d?
///
/// d) And the three projections, by the rule 6 n d^2: how many times as many?
///
/// e) One head's scores are kept as float, 4 bytes each. How many tokens, n = m, may there be at most if these scores must
/// fit into 16 GB? A GB is 10^9 bytes.
///
/// f) The same for 8 layers with 4 heads each, if all their scores are kept: how many tokens?
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
