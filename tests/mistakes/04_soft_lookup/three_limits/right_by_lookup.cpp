#include "tests/exercises/04_soft_lookup/three_limits.hpp"

#include "04_soft_lookup/soft_lookup.hpp"

namespace attention
{

Vector three_limits()
{
    const Vector q = {1, 2};
    const Matrix K = {{1, 0}, {0, 1}, {-1, 1}};
    const Matrix V = {{10}, {20}, {60}};
    Vector outputs = {0, 0, 0};
    const Vector betas = {0, 1e5, -1e5};
    for (std::size_t i = 0; i < 3; ++i) outputs(i) = soft_lookup(q, K, V, betas(i)).output(0);
    return outputs;
}

}  // namespace attention
