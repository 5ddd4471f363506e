#include "tests/exercises/05_queries_keys_values/one_projection.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

bool one_projection_could(const Matrix& S)
{
    if (S(0, 1) != S(1, 0)) return false;
    if (S(0, 0) < 0 || S(1, 1) < 0) return false;
    if (S(0, 0) == 0 || S(1, 1) == 0) return S(0, 1) == 0;
    const double cosine = S(0, 1) / std::sqrt(S(0, 0) * S(1, 1));
    return cosine >= -1 && cosine <= 1;
}

}  // namespace attention
