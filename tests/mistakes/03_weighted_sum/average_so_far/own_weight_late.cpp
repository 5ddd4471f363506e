#include "tests/exercises/03_weighted_sum/average_so_far.hpp"

namespace attention
{

Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector output = xt::zeros<double>({V.shape(1)});
    double seen = 0.0;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);
        for (std::size_t c = 0; c < V.shape(1); ++c) averages(j, c) = output(c) / (j == 0 ? weights(0) : seen);
        seen += weights(j);
    }
    return averages;
}

}  // namespace attention
