#include "tests/exercises/03_weighted_sum/spread.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cmath>

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V)
{
    // Variances do not change when everything is moved, so the first value may be moved to 0.
    Matrix moved = V;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) moved(j, c) -= V(0, c);
    }
    const Vector mean = weighted_sum(weights, moved);
    const Matrix squares = moved * moved;
    return weighted_sum(weights, squares) - mean * mean;
}

}  // namespace attention
