/// Exercise 8.2: Two places back
///
/// Six positions stand on a clock face with six hours. Position p = 0, ..., 5 is the vector
///
///     x_p = [cos(p 60 degrees), sin(p 60 degrees)]      so x_0 = [1, 0], x_1 = [0.5, 0.866], x_3 = [-1, 0]
///
/// and that is also its key. Its query is x_p W_Q. Design W_Q so that every position attends to the one **two places before
/// it**, round the clock: 2 to 0, 3 to 1, 0 to 4. That position must get a weight above 0.9, by unscaled attention.
///
/// The chapter needed a query of its own for each position. Here one matrix of four numbers does for all six: it must turn
/// each x_p into an arrow that points to the right key, and is long enough.
///
/// \return  W_Q, shape (2, 2)
#include "tests/exercises/08_patterns/two_back.hpp"

#include <cmath>
#include <numbers>

namespace attention
{

Matrix W_Q_two_back()
{
    // The query is to point where the key of p - 2 points: turned back by twice 60 degrees. In q = x W the rows of W say
    // where [1, 0] and [0, 1] go: [1, 0] is position 0, and goes to -120 degrees, position 4; [0, 1] goes to -30 degrees.
    const double turn = -120.0 * std::numbers::pi / 180.0;
    // The best key scores beta, its two neighbours half of that. exp(-beta / 2) for each must be small: beta = 10 is plenty.
    const double beta = 10.0;
    return {{beta * std::cos(turn), beta * std::sin(turn)}, {-beta * std::sin(turn), beta * std::cos(turn)}};
}

}  // namespace attention
