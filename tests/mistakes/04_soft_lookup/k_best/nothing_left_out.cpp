#include "tests/exercises/04_soft_lookup/k_best.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <vector>

namespace attention
{

Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    return soft_lookup(q, K, V);
}

}  // namespace attention
