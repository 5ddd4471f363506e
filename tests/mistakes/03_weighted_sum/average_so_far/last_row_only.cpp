#include "tests/exercises/03_weighted_sum/average_so_far.hpp"

namespace attention
{

Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    const double seen = xt::sum(weights)();
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t i = 0; i < V.shape(0); ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) += weights(i) * V(i, c) / seen;
        }
    }
    return averages;
}

}  // namespace attention
