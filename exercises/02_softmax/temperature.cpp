/// Exercise 2.1: Temperature
///
/// Write a softmax with a temperature T: divide the scores by T, then take their softmax. A low temperature sharpens
/// the choice, a high one flattens it.
///
///     softmax_at([2, 1, 0], 1)    gives [0.6652, 0.2447, 0.0900], an ordinary softmax
///     softmax_at([2, 1, 0], 0.5)  gives [0.8668, 0.1173, 0.0159]
///
/// Make the limits work too, without a NaN. T = 0 gives everything to the largest score, and if several scores are
/// largest, they share equally. T = infinity gives every score the same weight. And T = 1e-308 is tiny, but it is not
/// 0.
///
/// You may call the chapter's softmax.
///
/// \param scores  shape (m), m at least 1, each between -1e100 and 1e100
/// \param T       the temperature, 0 or above; infinity is allowed
/// \return        weights, shape (m), not negative, with sum 1
#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
