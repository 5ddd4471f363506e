#include "tests/exercises/02_softmax/log_softmax_rows/task.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Matrix log_softmax_rows(const Matrix& scores)
{
    // ln(exp(s_j - largest) / sum) = s_j - largest - ln(sum). The largest score itself adds a 1 to the sum, so we
    // never take the logarithm of 0; and no exponential is above 1.
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);            // (m)
        const double largest = xt::amax(row)();          // ()
        const Vector shifted = row - largest;            // (m), at most 0
        const double sum = xt::sum(xt::exp(shifted))();  // (), from 1 to m
        set_row(logs, i, Vector(shifted - std::log(sum)));
    }
    return logs;
}

}  // namespace attention
