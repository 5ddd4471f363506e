#include "tests/exercises/03_weighted_sum/average_so_far/task.hpp"

#include <cstddef>

namespace attention
{

Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix averages = xt::zeros<double>({V.shape(0), V.shape(1)});
    Vector sum = xt::zeros<double>({V.shape(1)});  // of weight times value, so far
    double seen = 0.0;                             // weight, so far
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        sum += weights(j) * row_of(V, j);
        seen += weights(j);
        if (seen > 0) set_row(averages, j, Vector(sum / seen));
    }
    return averages;
}

}  // namespace attention
