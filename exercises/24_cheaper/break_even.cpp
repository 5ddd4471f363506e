/// Exercise 24.4: When is it twice as fast?
///
/// A whole layer was timed, with its projections and its MLP, over a shorter and a longer text: once with softmax attention,
/// once with linear attention. Over n tokens the two take
///
///     softmax  a n^2 + b n    a for each pair of tokens, b for whatever is done once for each token
///     linear   c n
///
/// Find a and b from both times with softmax. Take c from the longer text alone, where a clock is less easily disturbed. From
/// how many tokens on is the layer with linear attention at least `factor` times as fast as the other? The answer need not be
/// whole. A text has at least one token, so if it is that fast from the start, return 1.
///
///     break_even({1000, 2, 2.2}, {4000, 20, 8}, 1)    gives 1000, for a = 0.000001, b = 0.001 and c = 0.002
///     break_even({1000, 2, 2.2}, {4000, 20, 8}, 2)    gives 3000
///
/// Think about it before you run it: why is it three times as many tokens for twice the speed? And if the rest of the layer
/// got slower, by as much for both, which of the two answers would change?
///
/// \param shorter  a text, and both times in milliseconds
/// \param longer   another with more tokens; its softmax takes more than in proportion
/// \param factor   how many times as fast, above 0
/// \return         tokens, at least 1
#include "tests/exercises/24_cheaper/break_even/task.hpp"

namespace attention
{

double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
