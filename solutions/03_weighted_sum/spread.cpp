#include "tests/exercises/03_weighted_sum/spread/task.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cstddef>

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V)
{
    // On paper, the mean of the squares minus the square of the mean is the same. In a double it subtracts two large
    // numbers that agree in every digit kept: for values near 1e8, nothing true is left. So we go through V twice.
    const Vector output = weighted_sum(weights, V);   // (d_v)
    Vector spread = xt::zeros<double>({V.shape(1)});  // (d_v)
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        const Vector away = row_of(V, j) - output;  // (d_v)
        spread += weights(j) * away * away;
    }
    return spread;
}

}  // namespace attention
