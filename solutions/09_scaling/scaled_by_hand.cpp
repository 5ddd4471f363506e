#include "tests/exercises/09_scaling/scaled_by_hand/task.hpp"

namespace attention
{

Matrix scaled_by_hand()
{
    // The scores are 2 ln 3, 2 ln 2 and 0. What counts is d_k, and that is 4: half of the scores is ln 3, ln 2 and 0, so
    // the exponentials are 3, 2 and 1.
    //
    // Four times the coordinates give four times the score, while the root only doubles: 2 ln 3, 2 ln 2, 0, and the weights
    // sharpen. The root makes up for what adds up by chance; these copies all agree.
    return {{3.0 / 6.0, 2.0 / 6.0, 1.0 / 6.0}, {9.0 / 14.0, 4.0 / 14.0, 1.0 / 14.0}};
}

}  // namespace attention
