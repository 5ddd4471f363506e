/// Exercise 9.2: Measure the scale
///
/// Somebody's attention gives you its weights, and you know the raw scores q . k of that query. By which factor c were the
/// scores multiplied before softmax? You cannot see the code, but you can measure: each weight is exp(c s_j) over a sum that
/// is the same for all. In the ratio of two weights the sum cancels, and what is left tells you c.
///
///     effective_scale([3, 1], [0.880797, 0.119203])    gives 1      not scaled at all
///     effective_scale([3, 1], [0.731059, 0.268941])    gives 0.5    as 1 / sqrt(d_k) should be, for d_k = 4
///
/// Two keys are enough, but not any two. Keys with the same score tell you nothing, and neither does a weight that was
/// rounded to 0, or a score of -infinity. No two scores differ only by rounding, so any other pair will do. If no
/// pair of keys tells you anything, return NaN.
///
/// \param scores   raw scores of one query, not scaled, shape (m), m at least 1
/// \param weights  what its attention made of them, shape (m)
/// \return         c, where weights = softmax(c scores); c is not 0
#include "tests/exercises/09_scaling/effective_scale/task.hpp"

#include <cmath>
#include <limits>

namespace attention
{

double effective_scale(const Vector& scores, const Vector& weights)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
