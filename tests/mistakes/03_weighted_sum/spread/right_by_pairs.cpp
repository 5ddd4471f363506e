#include "tests/exercises/03_weighted_sum/spread.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cmath>

namespace attention
{

Vector spread(const Vector& weights, const Matrix& V)
{
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < V.shape(0); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (std::size_t c = 0; c < V.shape(1); ++c) {
                const double apart = V(i, c) - V(j, c);
                spread(c) += weights(i) * weights(j) * apart * apart;
            }
        }
    }
    return spread;
}

}  // namespace attention
