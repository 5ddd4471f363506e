#include "tests/exercises/07_attention/row_by_row/task.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});   // (n, d_v)
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        // Everything below is fresh for each query: its choice has nothing to do with what the others chose.
        const Vector scores = score_row(row_of(Q, i), K);  // (m)
        double largest = std::numeric_limits<double>::lowest();
        for (const double score : scores) largest = std::max(largest, score);

        // Starting from the lowest number there is, `largest` is never -infinity: a row of nothing else gives
        // exp(-infinity), which is 0 and no NaN. In any other row the largest becomes exp(0) = 1.
        double sum = 0.0;
        for (const double score : scores) sum += std::exp(score - largest);
        if (sum == 0.0) continue;  // nothing to choose from, or no keys: the zeros stay

        for (std::size_t j = 0; j < K.shape(0); ++j) {
            weights(i, j) = std::exp(scores(j) - largest) / sum;
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}

}  // namespace attention
