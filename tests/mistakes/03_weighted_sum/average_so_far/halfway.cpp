#include "tests/exercises/03_weighted_sum/average_so_far.hpp"

namespace attention
{

Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = V;
    for (std::size_t j = 1; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = 0.5 * (averages(j - 1, c) + V(j, c));
    }
    return averages;
}

}  // namespace attention
