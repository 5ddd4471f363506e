/// Exercise 8.2: Two places back
///
/// Six positions sit on a circle, 60 degrees apart. Position p = 0, ..., 5 is the vector
///
///     x_p = [cos(p 60 degrees), sin(p 60 degrees)]      so x_0 = [1, 0], x_1 = [0.5, 0.866], x_3 = [-1, 0]
///
/// and that is also its key. Its query is x_p W_Q. Design W_Q so that every position attends to the one **two places before
/// it**, round the circle: 2 to 0, 3 to 1, 0 to 4. That position must get a weight above 0.9, with no scaling of the
/// scores.
///
/// The chapter wrote a query for each position by hand. Here one matrix of four numbers does it for all six: it must turn
/// each x_p into an arrow that points at the right key and is long enough.
///
/// \return  W_Q, shape (2, 2)
#include "tests/exercises/08_patterns/two_back/task.hpp"

#include <cmath>
#include <numbers>

namespace attention
{

Matrix W_Q_two_back()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
