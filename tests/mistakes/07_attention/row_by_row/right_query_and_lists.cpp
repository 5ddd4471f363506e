#include "tests/exercises/07_attention/row_by_row.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace attention
{

/// Attention of one query over a list of keys; returns its weights.
Vector weights_of(const Vector& q, const Matrix& K)
{
    std::vector<double> scores;
    for (std::size_t j = 0; j < K.shape(0); ++j) scores.push_back(dot(q, row_of(K, j)));
    Vector weights = xt::zeros<double>({K.shape(0)});
    if (scores.empty()) return weights;
    const double largest = *std::max_element(scores.begin(), scores.end());
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    for (std::size_t j = 0; j < scores.size(); ++j) weights(j) = std::exp(scores[j] - largest);
    weights /= xt::sum(weights)();
    return weights;
}

Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Vector a = weights_of(row_of(Q, i), K);
        set_row(weights, i, a);
        for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) = dot(a, column_of(V, c));
    }
    return {output, weights};
}

}  // namespace attention
