#include "tests/exercises/07_attention/row_by_row.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = Q.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    for (std::size_t i = 0; i < n; ++i) {
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) = dot(row_of(Q, i), row_of(K, j));
            largest = std::max(largest, weights(i, j));
        }
        if (std::isinf(largest)) largest = 0.0;
        double sum = 0.0;
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) = std::exp(weights(i, j) - largest);
            sum += weights(i, j);
        }
        if (sum == 0.0) continue;
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) /= sum;
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}

}  // namespace attention
