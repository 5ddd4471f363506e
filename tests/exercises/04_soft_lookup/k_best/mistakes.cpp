// Exercise 4.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/04_soft_lookup/k_best/task.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <vector>

namespace attention
{

namespace right::by_repeated_search
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<bool> is_in(scores.size(), false);
    double total = 0.0;
    for (std::size_t round = 0; round < std::min(k, scores.size()); ++round) {
        std::size_t best = scores.size();
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (!is_in[j] && (best == scores.size() || scores(j) > scores(best))) best = j;
        }
        is_in[best] = true;
        total += std::exp(scores(best));
    }
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (!is_in[j]) continue;
        weights(j) = std::exp(scores(j)) / total;
        for (std::size_t c = 0; c < V.shape(1); ++c) output(c) += weights(j) * V(j, c);
    }
    return {output, weights};
}
}  // namespace right::by_repeated_search

namespace right::smaller_dictionary
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::make_pair(-scores(a), a) < std::make_pair(-scores(b), b);
    });
    order.resize(std::min(k, order.size()));
    Matrix best_keys = xt::zeros<double>({order.size(), K.shape(1)});
    Matrix best_values = xt::zeros<double>({order.size(), V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        set_row(best_keys, i, row_of(K, order[i]));
        set_row(best_values, i, row_of(V, order[i]));
    }
    const Lookup found = soft_lookup(q, best_keys, best_values);
    Vector weights = xt::zeros<double>({scores.size()});
    for (std::size_t i = 0; i < order.size(); ++i) weights(order[i]) = found.weights(i);
    return {found.output, weights};
}
}  // namespace right::smaller_dictionary

// Like the solution, except where marked.
namespace blends_keys
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores(a) > scores(b); });
    order.resize(std::min<std::size_t>(k, order.size()));                       // <--
    Vector some = xt::zeros<double>({order.size()});                            // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);  // <--
    const Vector shares = softmax(some);                                        // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({K.shape(1)});  // <--
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(K, order[i]);  // <--
    }
    return {output, weights};
}
}  // namespace blends_keys

namespace border_out
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    Vector kept = scores;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        std::size_t better = 0;
        for (std::size_t i = 0; i < scores.size(); ++i)
            better += scores(i) > scores(j) || (scores(i) == scores(j) && i != j) ? 1U : 0U;
        if (better >= k) kept(j) = -std::numeric_limits<double>::infinity();
    }
    const Vector weights = softmax(kept);
    return {weighted_sum(weights, V), weights};
}
}  // namespace border_out

namespace border_shared
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    Vector kept = scores;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        std::size_t better = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) better += scores(i) > scores(j) ? 1U : 0U;
        if (better >= k) kept(j) = -std::numeric_limits<double>::infinity();
    }
    const Vector weights = softmax(kept);
    return {weighted_sum(weights, V), weights};
}
}  // namespace border_shared

// Like the solution, except where marked.
namespace by_size
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),                                                                // <--
                     [&](std::size_t a, std::size_t b) { return std::abs(scores(a)) > std::abs(scores(b)); });  // <--
    order.resize(std::min<std::size_t>(k, order.size()));                                                       // <--
    Vector some = xt::zeros<double>({order.size()});                                                            // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);                                  // <--
    const Vector shares = softmax(some);                                                                        // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace by_size

// Like the solution, except where marked.
namespace collapsed
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores(a) > scores(b); });
    order.resize(std::min<std::size_t>(k, order.size()));                       // <--
    Vector some = xt::zeros<double>({order.size()});                            // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);  // <--
    const Vector shares = softmax(some);                                        // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {Vector({xt::sum(output)()}), weights};  // <--
}
}  // namespace collapsed

namespace cut_after_softmax
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    Lookup found = soft_lookup(q, K, V);
    Vector sorted = found.weights;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double border = k == 0 ? 2.0 : sorted(std::min<std::size_t>(k, sorted.size()) - 1);
    for (double& weight : found.weights) weight = weight >= border ? weight : 0.0;
    return {weighted_sum(found.weights, V), found.weights};
}
}  // namespace cut_after_softmax

// Like the solution, except where marked.
namespace equal_shares
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores(a) > scores(b); });
    order.resize(std::min<std::size_t>(k, order.size()));                                        // <--
    Vector some = xt::zeros<double>({order.size()});                                             // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);                   // <--
    const Vector shares = xt::ones<double>({order.size()}) / static_cast<double>(order.size());  // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace equal_shares

// Like the solution, except where marked.
namespace first_for_best
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return a < b; });  // <--
    order.resize(std::min<std::size_t>(k, order.size()));                                               // <--
    Vector some = xt::zeros<double>({order.size()});                                                    // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);                          // <--
    const Vector shares = softmax(some);                                                                // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace first_for_best

// Like the solution, except where marked.
namespace later_in
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {  // <--
        return scores(a) > scores(b) || (scores(a) == scores(b) && a > b);            // <--
    });                                                                               // <--
    order.resize(std::min<std::size_t>(k, order.size()));                             // <--
    Vector some = xt::zeros<double>({order.size()});                                  // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);        // <--
    const Vector shares = softmax(some);                                              // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace later_in

namespace left_out_at_zero
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    Vector kept = scores;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        std::size_t better = 0;
        for (std::size_t i = 0; i < scores.size(); ++i)
            better += scores(i) > scores(j) || (scores(i) == scores(j) && i < j) ? 1U : 0U;
        if (better >= k) kept(j) = 0.0;
    }
    const Vector weights = softmax(kept);
    return {weighted_sum(weights, V), weights};
}
}  // namespace left_out_at_zero

// Like the solution, except where marked.
namespace none_is_not_all
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores(a) > scores(b); });
    order.resize(std::min<std::size_t>(k == 0 ? scores.size() : k, order.size()));  // <--
    Vector some = xt::zeros<double>({order.size()});                                // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);      // <--
    const Vector shares = softmax(some);                                            // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace none_is_not_all

// Like the solution, except where marked.
namespace none_is_not_one
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores(a) > scores(b); });
    order.resize(std::min<std::size_t>(std::max<std::size_t>(k, 1), order.size()));  // <--
    Vector some = xt::zeros<double>({order.size()});                                 // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);       // <--
    const Vector shares = softmax(some);                                             // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace none_is_not_one

namespace nothing_left_out
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    return soft_lookup(q, K, V);
}
}  // namespace nothing_left_out

// Like the solution, except where marked.
namespace one_too_few
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    if (k == 0) return {xt::zeros<double>({V.shape(1)}), xt::zeros<double>({K.shape(0)})};  // <--
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores(a) > scores(b); });
    order.resize(std::min<std::size_t>(k - 1, order.size()));                   // <--
    Vector some = xt::zeros<double>({order.size()});                            // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);  // <--
    const Vector shares = softmax(some);                                        // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace one_too_few

// Like the solution, except where marked.
namespace one_too_many
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores(a) > scores(b); });
    order.resize(std::min<std::size_t>(k + 1, order.size()));                   // <--
    Vector some = xt::zeros<double>({order.size()});                            // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);  // <--
    const Vector shares = softmax(some);                                        // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace one_too_many

// Like the solution, except where marked.
namespace worst_for_best
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    const Vector scores = score_row(q, K);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),                                            // <--
                     [&](std::size_t a, std::size_t b) { return scores(a) < scores(b); });  // <--
    order.resize(std::min<std::size_t>(k, order.size()));                                   // <--
    Vector some = xt::zeros<double>({order.size()});                                        // <--
    for (std::size_t i = 0; i < order.size(); ++i) some(i) = scores(order[i]);              // <--
    const Vector shares = softmax(some);                                                    // <--
    Vector weights = xt::zeros<double>({scores.size()});
    Vector output = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        weights(order[i]) = shares(i);
        output += shares(i) * row_of(V, order[i]);
    }
    return {output, weights};
}
}  // namespace worst_for_best

namespace zero_times_nan
{
Lookup lookup_among_best(const Vector& q, const Matrix& K, const Matrix& V, std::size_t k)
{
    if (k == 0) return {xt::zeros<double>({V.shape(1)}), xt::zeros<double>({K.shape(0)})};
    const Vector scores = score_row(q, K);
    Vector kept = scores;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        std::size_t better = 0;
        for (std::size_t i = 0; i < scores.size(); ++i)
            better += scores(i) > scores(j) || (scores(i) == scores(j) && i < j) ? 1U : 0U;
        if (better >= k) kept(j) = -std::numeric_limits<double>::infinity();
    }
    const Vector weights = softmax(kept);
    return {weighted_sum(weights, V), weights};
}
}  // namespace zero_times_nan

}  // namespace attention
