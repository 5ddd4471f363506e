/// Exercise 24.3: A softmax that may keep its weight
///
/// A softmax must give all its weight away, even where no key deserves any. A sink takes what is left over: it has a score like
/// a key, but no value, and so its weight reaches nobody. In a formula, the sum has one more term:
///
///     A_j = exp(s_j) / (exp(sink) + sum_l exp(s_l))
///
/// With sink = 0 that term is 1, the one more of the chapter. A model may also learn a sink for each of its heads, and then it
/// can be anything. Return the weights of the keys; the sink's is not among them, and so they may sum to less than 1.
///
///     scores [ln 2, 0], sink 0        give [1/2, 1/4]
///     scores [ln 2, 0], sink ln 3     give [1/3, 1/6]
///     no sink at all (-infinity)      gives an ordinary softmax
///
/// Scores and sink may be as large as 5000 and as small as -5000. A score of -infinity gets weight 0. If all of them are at
/// -infinity, all weights are 0, whatever the sink.
///
/// \param scores  of one query, shape (m); m may be 0
/// \param sink    the score of the sink, any number or -infinity
/// \return        weights, shape (m)
#include "tests/exercises/24_cheaper/sink_softmax/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector sink_softmax(const Vector& scores, double sink)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
