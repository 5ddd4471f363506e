// Exercise 7.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/07_attention/row_by_row/task.hpp"

#include "01_similarity/similarity.hpp"
#include "07_attention/attention.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace attention
{

namespace right::loops
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
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}
}  // namespace right::loops

namespace right::query_and_lists
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
}  // namespace right::query_and_lists

namespace right::ratios
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    // The weight of key j is 1 over the sum of all ratios exp(s_l - s_j): nothing can overflow where it matters.
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Vector s = score_row(row_of(Q, i), K);
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            if (std::isinf(s(j))) continue;
            double sum = 0.0;
            for (const double score : s) sum += std::exp(score - s(j));
            weights(i, j) = 1.0 / sum;
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += V(j, c) / sum;
        }
    }
    return {output, weights};
}
}  // namespace right::ratios

// Like right::loops, except where marked.
namespace blended_the_keys::plain
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = K.shape(1);  // <--
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
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * K(j, c);  // <--
        }
    }
    return {output, weights};
}
}  // namespace blended_the_keys::plain

// Like right::loops, except where marked.
namespace evenly_from_nothing
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
            weights(i, j) = std::max(weights(i, j), -1e9);  // <--
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
}  // namespace evenly_from_nothing

// Like right::loops, except where marked.
namespace keys_and_values_swapped
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = K.shape(1);  // <--
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    for (std::size_t i = 0; i < n; ++i) {
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) = dot(row_of(Q, i), row_of(V, j));  // <--
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
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * K(j, c);  // <--
        }
    }
    return {output, weights};
}
}  // namespace keys_and_values_swapped

// Like right::loops, except where marked.
namespace largest_not_reset::plain
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    // <-- without: for (std::size_t i = 0; i < n; ++i) {
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < n; ++i) {  // <--
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
}  // namespace largest_not_reset::plain

// Like right::loops, except where marked.
namespace largest_not_reset::unguarded
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    // <-- without: for (std::size_t i = 0; i < n; ++i) {
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < n; ++i) {  // <--
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

        // <-- without: if (sum == 0.0) continue;
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) /= sum;
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}
}  // namespace largest_not_reset::unguarded

// Like right::loops, except where marked.
namespace largest_starts_at_zero::minimum
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    for (std::size_t i = 0; i < n; ++i) {
        double largest = std::numeric_limits<double>::min();  // <--
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

        // <-- without: if (sum == 0.0) continue;
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) /= sum;
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}
}  // namespace largest_starts_at_zero::minimum

// Like right::loops, except where marked.
namespace largest_starts_at_zero::plain
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    for (std::size_t i = 0; i < n; ++i) {
        double largest = 0.0;  // <--
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
}  // namespace largest_starts_at_zero::plain

// Like right::loops, except where marked.
namespace mean_of_values
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
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += V(j, c) / static_cast<double>(m);  // <--
        }
    }
    return {output, weights};
}
}  // namespace mean_of_values

// Like right::loops, except where marked.
namespace not_normalised::plain
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

            // <-- without: weights(i, j) /= sum;
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}
}  // namespace not_normalised::plain

// Like right::loops, except where marked.
namespace not_normalised::raw
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
            weights(i, j) = std::exp(weights(i, j));  // <--
            sum += weights(i, j);
        }
        if (sum == 0.0) continue;
        for (std::size_t j = 0; j < m; ++j) {

            // <-- without: weights(i, j) /= sum;
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}
}  // namespace not_normalised::raw

namespace nothing_to_choose::no_keys
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix weights = softmax_rows(score_matrix(Q, K));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        Vector blend = xt::zeros<double>({V.shape(1)});
        double sum = 0.0;
        bool any = K.shape(0) == 0;
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            blend += weights(i, j) * row_of(V, j);
            sum += weights(i, j);
            any = any || weights(i, j) > 0.0;
        }
        if (any) blend /= sum;
        set_row(output, i, blend);
    }
    return {output, weights};
}
}  // namespace nothing_to_choose::no_keys

// Like right::loops, except where marked.
namespace nothing_to_choose::plain
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

        // <-- without: if (std::isinf(largest)) largest = 0.0;
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
}  // namespace nothing_to_choose::plain

// Like right::loops, except where marked.
namespace one_query_for_all
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
            weights(i, j) = dot(row_of(Q, 0), row_of(K, j));  // <--
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
}  // namespace one_query_for_all

namespace one_softmax_for_all
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::exp(score_matrix(Q, K));
    weights /= xt::sum(weights)();
    return {common::product(weights, V), weights};
}
}  // namespace one_softmax_for_all

// Like right::loops, except where marked.
namespace only_the_first_query
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    for (std::size_t i = 0; i < 1; ++i) {  // <--
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
}  // namespace only_the_first_query

// Like right::loops, except where marked.
namespace output_as_wide_as_keys
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = K.shape(1);  // <--
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
}  // namespace output_as_wide_as_keys

namespace output_not_reset
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    Vector blend = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Vector row = softmax(score_row(row_of(Q, i), K));
        set_row(weights, i, row);
        for (std::size_t j = 0; j < K.shape(0); ++j) blend += row(j) * row_of(V, j);
        set_row(output, i, blend);
    }
    return {output, weights};
}
}  // namespace output_not_reset

// Like right::loops, except where marked.
namespace overflow::guarded
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
            weights(i, j) = std::exp(weights(i, j));  // <--
            sum += weights(i, j);
        }

        // <-- without: if (sum == 0.0) continue;
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) /= sum;
            for (std::size_t c = 0; c < d_v; ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}
}  // namespace overflow::guarded

// Like right::loops, except where marked.
namespace overflow::plain
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
            weights(i, j) = std::exp(weights(i, j));  // <--
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
}  // namespace overflow::plain

// Like right::loops, except where marked.
namespace queries_counted_as_keys::in_loops
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = n;  // <--
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, K.shape(0)});  // <--
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
}  // namespace queries_counted_as_keys::in_loops

// Like right::loops, except where marked.
namespace queries_counted_as_keys::plain
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = Q.shape(0);  // <--
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
}  // namespace queries_counted_as_keys::plain

// Like right::loops, except where marked.
namespace scaled_already
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
            weights(i, j) = dot(row_of(Q, i), row_of(K, j)) / std::sqrt(static_cast<double>(Q.shape(1)));  // <--
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
}  // namespace scaled_already

// Like right::ratios, except where marked.
namespace scores_as_weights
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        // <-- without: const Vector s = score_row(row_of(Q, i), K);
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            weights(i, j) = dot(row_of(Q, i), row_of(K, j));                                       // <--
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weights(i, j) * V(j, c);  // <--
        }
    }
    return {output, weights};
}
}  // namespace scores_as_weights

namespace softmax_over_queries
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, V.shape(1)});
    for (std::size_t j = 0; j < m; ++j) {
        double sum = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            weights(i, j) = std::exp(dot(row_of(Q, i), row_of(K, j)));
            sum += weights(i, j);
        }
        for (std::size_t i = 0; i < n; ++i) {
            weights(i, j) /= sum;
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}
}  // namespace softmax_over_queries

// Like right::loops, except where marked.
namespace sum_not_reset::no_maximum
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    double sum = 0.0;  // <--
    for (std::size_t i = 0; i < n; ++i) {
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) = dot(row_of(Q, i), row_of(K, j));
            largest = std::max(largest, weights(i, j));
        }
        if (std::isinf(largest)) largest = 0.0;
        // <-- without: double sum = 0.0;
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) = std::exp(weights(i, j));  // <--
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
}  // namespace sum_not_reset::no_maximum

// Like right::loops, except where marked.
namespace sum_not_reset::plain
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, d_v});
    double sum = 0.0;  // <--
    for (std::size_t i = 0; i < n; ++i) {
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < m; ++j) {
            weights(i, j) = dot(row_of(Q, i), row_of(K, j));
            largest = std::max(largest, weights(i, j));
        }
        if (std::isinf(largest)) largest = 0.0;
        // <-- without: double sum = 0.0;
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
}  // namespace sum_not_reset::plain

// Like right::loops, except where marked.
namespace values_added_up
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const std::size_t n = Q.shape(0);
    const std::size_t m = K.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix weights = xt::zeros<double>({n, m});
    Matrix output = xt::zeros<double>({n, std::size_t{1}});  // <--
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
            for (std::size_t c = 0; c < d_v; ++c) output(i, 0) += weights(i, j) * V(j, c);  // <--
        }
    }
    return {output, weights};
}
}  // namespace values_added_up

namespace winner_takes_all
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        std::size_t best = 0;
        for (std::size_t j = 1; j < K.shape(0); ++j) {
            if (dot(row_of(Q, i), row_of(K, j)) > dot(row_of(Q, i), row_of(K, best))) best = j;
        }
        weights(i, best) = 1.0;
        set_row(output, i, row_of(V, best));
    }
    return {output, weights};
}
}  // namespace winner_takes_all

namespace exception::one_dimension_a_key
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(1); ++j) weights(i, j) = dot(row_of(Q, i), column_of(K, j));
    }
    return {weights, weights};
}
}  // namespace exception::one_dimension_a_key

namespace exception::weights_transposed
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = dot_product_attention(Q, K, V).weights;
    const Matrix output = common::product(xt::transpose(weights), V);
    return {output, weights};
}
}  // namespace exception::weights_transposed

// Like right::ratios, except where marked.
namespace blended_the_keys::as_wide_as_values
{
Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Vector s = score_row(row_of(Q, i), K);
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            if (std::isinf(s(j))) continue;
            double sum = 0.0;
            for (const double score : s) sum += std::exp(score - s(j));
            weights(i, j) = 1.0 / sum;
            for (std::size_t c = 0; c < K.shape(1); ++c) output(i, c) += K(j, c) / sum;  // <--
        }
    }
    return {output, weights};
}
}  // namespace blended_the_keys::as_wide_as_values

}  // namespace attention
