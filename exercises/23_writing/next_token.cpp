/// Exercise 23.2: As many as it takes
///
/// The chapter keeps the k best tokens, always as many. But where only one token fits, ten are too many, and where anything
/// may come, ten are too few. Keep as many as it takes instead:
///
/// 1. The scores, divided by the temperature, become shares by softmax, which sum to 1.
/// 2. In order of their shares, the largest first, keep tokens until what you have kept sums to at least `top_p`. The token
///    that gets you there is kept, too, and at least one always is. Of equal shares, the one with the smaller number comes first.
/// 3. The shares of those that are kept are divided by their sum, and laid end to end from 0 to 1, the largest first. Choose
///    the token in whose share `u` falls. A place where two shares meet belongs to the second.
///
///     shares 0.2, 0.5, 0.3, top_p = 0.6:  tokens 1 and 2 are kept; token 1 lies from 0 to 0.625, and token 2 from there to 1
///
/// With a temperature of 0 the token with the largest score is chosen, whatever `u` is.
///
/// \param logits       a score for each token, shape (vocabulary), at least one; -infinity for what must not be written
/// \param temperature  at least 0
/// \param top_p        from 0 to 1; 1 keeps all
/// \param u            a random number, from 0 to just below 1
/// \return             the number of the chosen token: its place in `logits`
#include "tests/exercises/23_writing/next_token/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
