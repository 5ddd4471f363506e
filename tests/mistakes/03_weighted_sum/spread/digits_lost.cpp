#include "tests/exercises/03_weighted_sum/spread.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cmath>

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    const Matrix squares = V * V;
    const Vector mean_of_squares = weighted_sum(weights, squares);
    return mean_of_squares - mean * mean;
}

}  // namespace attention
