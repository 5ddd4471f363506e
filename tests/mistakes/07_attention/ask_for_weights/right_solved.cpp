#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include "common/blas.hpp"

namespace attention
{

Matrix queries_for_weights()
{
    const Matrix weights = {{0.5, 0.25, 0.25}, {0.2, 0.2, 0.6}, {0.6, 0.3, 0.1}};
    const Matrix system = {{1, 0, 1}, {0, 1, 1}, {1, 1, 1}};  // two coordinates, and what softmax does not see
    Matrix Q = xt::zeros<double>({3, 2});
    for (std::size_t i = 0; i < 3; ++i) {
        const Vector logs = xt::log(row_of(weights, i));
        const Vector x = common::solve(system, logs);
        Q(i, 0) = x(0);
        Q(i, 1) = x(1);
    }
    return Q;
}

}  // namespace attention
