#include "tests/exercises/05_queries_keys_values/one_projection/task.hpp"

namespace attention
{

bool one_projection_could(const Matrix& S)
{
    // S = [[x'.x', x'.y'], [y'.x', y'.y']]. A dot product is the same from either side, no squared norm is
    // negative, and no cosine is above 1: (x'.y')^2 <= (x'.x') (y'.y'). Whatever keeps to these three can be drawn in a plane.
    const bool symmetric = S(0, 1) == S(1, 0);
    const bool norms_exist = S(0, 0) >= 0 && S(1, 1) >= 0;
    const bool angle_exists = S(0, 1) * S(0, 1) <= S(0, 0) * S(1, 1);
    return symmetric && norms_exist && angle_exists;
}

}  // namespace attention
