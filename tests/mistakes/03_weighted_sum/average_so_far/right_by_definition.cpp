#include "tests/exercises/03_weighted_sum/average_so_far.hpp"

namespace attention
{

Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        double seen = 0.0;
        for (std::size_t i = 0; i <= j; ++i) seen += weights(i);
        if (seen == 0.0) continue;
        for (std::size_t i = 0; i <= j; ++i) {
            for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) += weights(i) / seen * V(i, c);
        }
    }
    return averages;
}

}  // namespace attention
