#include "tests/exercises/03_weighted_sum/spread/task.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cstddef>

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V)
{
    // The mean of the squares less the square of the mean is the same on paper. In a double it takes two large numbers from
    // each other that agree in all the digits that are kept: from 1e8 on, nothing true is left. So we pass over V twice.
    const Vector output = weighted_sum(weights, V);   // (d_v)
    Vector spread = xt::zeros<double>({V.shape(1)});  // (d_v)
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        const Vector away = row_of(V, j) - output;  // (d_v)
        spread += weights(j) * away * away;
    }
    return spread;
}

}  // namespace attention
