/// Exercise 3.3: How far the values lie apart
///
/// An output is an average, and an average hides what it was made of: [0.5] can be a little of everything, or half of
/// [0] and half of [1]. Measure how far the values lie from their output o, for each coordinate by itself, as the
/// weighted average of the squared distances:
///
///     spread_c = sum_j  A_j (v_jc - o_c)^2
///
///     weights [0.5, 0.5],  V [[0, 3], [1, 3]]    o = [0.5, 3],  spread [0.25, 0]
///
/// It is 0 if the query listened to a single value, or if all the values it listened to agree. It must also be right
/// for values far from 0: 1e8 and 1e8 + 1 are just as far apart as 0 and 1.
///
/// \param weights  A, not negative, with sum 1, shape (m)
/// \param V        the values, one per row, shape (m, d_v)
/// \return         the spread, shape (d_v)
#include "tests/exercises/03_weighted_sum/spread/task.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
