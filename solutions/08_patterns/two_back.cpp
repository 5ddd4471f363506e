#include "tests/exercises/08_patterns/two_back/task.hpp"

#include <cmath>
#include <numbers>

namespace attention
{

Matrix W_Q_two_back()
{
    // The query must point where the key of p - 2 points: turned back by twice 60 degrees. In q = x W the rows of W say
    // where [1, 0] and [0, 1] go: [1, 0] is position 0 and goes to -120 degrees, position 4; [0, 1] goes to -30 degrees.
    const double turn = -120.0 * std::numbers::pi / 180.0;
    // The best key scores beta, its two neighbours half of that. exp(-beta / 2) must be small: beta = 10 is plenty.
    const double beta = 10.0;
    return {{beta * std::cos(turn), beta * std::sin(turn)}, {-beta * std::sin(turn), beta * std::cos(turn)}};
}

}  // namespace attention
