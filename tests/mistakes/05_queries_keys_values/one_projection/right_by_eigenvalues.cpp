#include "tests/exercises/05_queries_keys_values/one_projection.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

bool one_projection_could(const Matrix& S)
{
    // Symmetric, and neither eigenvalue negative: their sum is the trace, their product the determinant.
    const double trace = S(0, 0) + S(1, 1);
    const double determinant = S(0, 0) * S(1, 1) - S(0, 1) * S(1, 0);
    return S(0, 1) == S(1, 0) && trace >= 0 && determinant >= 0;
}

}  // namespace attention
