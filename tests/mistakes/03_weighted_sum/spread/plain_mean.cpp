#include "tests/exercises/03_weighted_sum/spread.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cmath>

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V)
{
    Vector mean = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) mean += row_of(V, j) / static_cast<double>(V.shape(0));
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * away;
        }
    }
    return spread;
}

}  // namespace attention
