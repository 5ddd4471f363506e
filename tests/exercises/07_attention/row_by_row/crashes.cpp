// Exercise 7.3 done in ways that AddressSanitizer must stop. <-- marks where a version departs from the one it was made from.
#include "tests/exercises/07_attention/row_by_row/task.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

namespace crash::blended_the_keys
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
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
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * K(j, c);
        }
    }
    return {output, weights};
}
}  // namespace crash::blended_the_keys

namespace crash::columns_for_keys
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    Matrix scores = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores(i, j) += Q(i, c) * K(c, j);  // Q K, not Q K^T
        }
    }
    return {V, softmax_rows(scores)};
}
}  // namespace crash::columns_for_keys

}  // namespace attention
