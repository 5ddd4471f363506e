// Exercise 12.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/12_masks/masked_query/task.hpp"

#include "02_softmax/softmax.hpp"
#include "12_masks/masks.hpp"
#include "12_masks/wrong_masks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace attention
{

// Like the solution, except where marked.
namespace right::loops
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);  // <--
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});  // <--
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {  // <--
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;  // <--
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {  // <--
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {  // <--
        if (!may_see[j]) continue;         // <--
        weights(j) /= sum;                 // <--
    }
    return weights;
}
}  // namespace right::loops

namespace right::ratios
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    // Each visible key's weight is 1 over the sum of its ratios with all the visible ones.
    const auto score = [&](std::size_t j) {
        double s = 0.0;
        for (std::size_t c = 0; c < q.size(); ++c) s += q(c) * K(j, c);
        return s / std::sqrt(static_cast<double>(q.size()));
    };
    Vector weights = xt::zeros<double>({K.shape(0)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (!may_see[j]) continue;
        double ratios = 0.0;
        for (std::size_t l = 0; l < K.shape(0); ++l) {
            if (may_see[l]) ratios += std::exp(score(l) - score(j));
        }
        weights(j) = 1.0 / ratios;
    }
    return weights;
}
}  // namespace right::ratios

namespace right::seen_gathered
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    std::vector<std::size_t> seen;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (may_see[j]) seen.push_back(j);
    }
    Vector scores = xt::zeros<double>({seen.size()});
    for (std::size_t k = 0; k < seen.size(); ++k) {
        const Vector key = row_of(K, seen[k]);
        scores(k) = xt::sum(q * key)() / std::sqrt(static_cast<double>(q.size()));
    }
    const Vector chosen = softmax(scores);
    Vector weights = xt::zeros<double>({K.shape(0)});
    for (std::size_t k = 0; k < seen.size(); ++k) weights(seen[k]) = chosen(k);
    return weights;
}
}  // namespace right::seen_gathered

// Like right::loops, except where marked.
namespace divided_by_d_k
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size() * q.size()));  // <--
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace divided_by_d_k

// Like called_instead::the_chapter, except where marked.
namespace hidden_left_out
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -std::numeric_limits<double>::infinity();  // <--
    }
    s = softmax(s);                            // <--
    std::vector<double> seen;                  // <--
    for (std::size_t j = 0; j < m; ++j) {      // <--
        if (may_see[j]) seen.push_back(s(j));  // <--
    }
    return xt::adapt(seen);  // <--
}  // <--
}  // namespace hidden_left_out

// Like called_instead::the_chapter, except where marked.
namespace hidden_marked_by_infinity
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -std::numeric_limits<double>::infinity();  // <--
    }
    s = softmax(s);                                                        // <--
    for (std::size_t j = 0; j < m; ++j) {                                  // <--
        if (!may_see[j]) s(j) = -std::numeric_limits<double>::infinity();  // <--
    }
    return s;  // <--
}  // <--
}  // namespace hidden_marked_by_infinity

// Like right::loops, except where marked.
namespace largest_is_hidden::guarded
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;

        // <-- without: if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) {     // <--
            weights(j) = 0.0;  // <--
            continue;          // <--
        }  // <--
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (sum == 0.0) break;  // <--
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace largest_is_hidden::guarded

// Like right::loops, except where marked.
namespace largest_is_hidden::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;

        // <-- without: if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) {     // <--
            weights(j) = 0.0;  // <--
            continue;          // <--
        }  // <--
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace largest_is_hidden::plain

// Like right::loops, except where marked.
namespace largest_starts_too_high::minimum
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = std::numeric_limits<double>::min();  // <--
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (sum == 0.0) break;  // <--
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace largest_starts_too_high::minimum

// Like right::loops, except where marked.
namespace largest_starts_too_high::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = 0.0;  // <--
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace largest_starts_too_high::plain

// Like called_instead::the_chapter, except where marked.
namespace mask_ignored
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    return softmax(s);  // <--
}
}  // namespace mask_ignored

// Like called_instead::the_chapter, except where marked.
namespace mask_inverted
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (may_see[j]) s(j) = -std::numeric_limits<double>::infinity();  // <--
    }
    return softmax(s);  // <--
}
}  // namespace mask_inverted

// Like called_instead::the_chapter, except where marked.
namespace masked_after_softmax::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    s = softmax(s);  // <--
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = 0;  // <--
    }
    return s;  // <--
}
}  // namespace masked_after_softmax::plain

// Like right::loops, except where marked.
namespace masked_after_softmax::sum_of_all
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) {     // <--
            weights(j) = 0.0;  // <--
            continue;          // <--
        }  // <--
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace masked_after_softmax::sum_of_all

// Like right::loops, except where marked.
namespace not_normalised::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    // <-- without: double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        // <-- without: sum += weights(j);
    }
    // <-- without: for (std::size_t j = 0; j < m; ++j) {
    // <-- without: if (!may_see[j]) continue;
    // <-- without: weights(j) /= sum;
    return weights;
}
}  // namespace not_normalised::plain

// Like right::loops, except where marked.
namespace not_normalised::raw
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    // <-- without: double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - 0.0);  // <--
    }
    return weights;
}
}  // namespace not_normalised::raw

// Like called_instead::the_chapter, except where marked.
namespace nothing_gives_nan::infinity
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -std::numeric_limits<double>::infinity();  // <--
    }
    s = xt::exp(s - xt::amax(s)());  // <--
    return s / xt::sum(s)();         // <--
}
}  // namespace nothing_gives_nan::infinity

// Like right::loops, except where marked.
namespace nothing_gives_nan::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace nothing_gives_nan::plain

// Like called_instead::the_chapter, except where marked.
namespace nothing_seen_evenly
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -1e9;  // <--
    }
    return softmax(s);  // <--
}
}  // namespace nothing_seen_evenly

// Like called_instead::the_chapter, except where marked.
namespace nothing_sees_it_all
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) += -1e9;  // <--
    }
    return softmax(s);  // <--
}
}  // namespace nothing_sees_it_all

// Like called_instead::the_chapter, except where marked.
namespace number_added_to_hidden
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) += -1e3;  // <--
    }
    for (std::size_t j = 0; j < m; ++j) {   // <--
        if (may_see[j]) return softmax(s);  // <--
    }
    return xt::zeros<double>({m});  // <--
}  // <--
}  // namespace number_added_to_hidden

// Like called_instead::the_chapter, except where marked.
namespace number_for_hidden::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -1e3;  // <--
    }
    for (std::size_t j = 0, any = 0; j < m; ++j) {                  // <--
        any += may_see[j];                                          // <--
        if (j + 1 == m && any == 0) return xt::zeros<double>({m});  // <--
    }
    return softmax(s);  // <--
}  // <--
}  // namespace number_for_hidden::plain

// Like called_instead::the_chapter, except where marked.
namespace number_for_hidden::ten
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -10;  // <--
    }
    return softmax(s);  // <--
}
}  // namespace number_for_hidden::ten

namespace number_scaled_afterwards::guarded
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -1e4;
    }
    s = s / root;
    Vector weights = softmax(s);
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j] && weights(j) < 1e-9) weights(j) = 0.0;
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (may_see[j]) return weights;
    }
    return xt::zeros<double>({m});
}
}  // namespace number_scaled_afterwards::guarded

// Like called_instead::the_chapter, except where marked.
namespace number_scaled_afterwards::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    // <-- without: s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -10;  // <--
    }
    s = s / root;       // <--
    return softmax(s);  // <--
}
}  // namespace number_scaled_afterwards::plain

// Like right::loops, except where marked.
namespace overflow
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - 0.0);  // <--
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace overflow

// Like right::loops, except where marked.
namespace root_of_m
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(m));  // <--
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace root_of_m

// Like right::loops, except where marked.
namespace root_of_visible
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(std::count(may_see.begin(), may_see.end(), true)));  // <--
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace root_of_visible

// Like called_instead::the_chapter, except where marked.
namespace rubbish_comes_through::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) += -std::numeric_limits<double>::infinity();  // <--
    }
    return softmax(s);  // <--
}
}  // namespace rubbish_comes_through::plain

// Like right::loops, except where marked.
namespace rubbish_comes_through::times_zero
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        weights(j) = may_see[j] ? weights(j) / sum : 0.0 * weights(j);  // <--
    }
    return weights;
}
}  // namespace rubbish_comes_through::times_zero

// Like right::loops, except where marked.
namespace scale_forgotten
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(1));  // <--
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace scale_forgotten

// Like right::loops, except where marked.
namespace scaled_after_softmax
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) /= sum * root;  // <--
    }
    return weights;
}
}  // namespace scaled_after_softmax

// Like called_instead::the_chapter, except where marked.
namespace zero_for_hidden::plain
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = 0;  // <--
    }
    return softmax(s);  // <--
}
}  // namespace zero_for_hidden::plain

// Like right::loops, except where marked.
namespace zero_for_hidden::skipped_too_late
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        // <-- without: if (!may_see[j]) continue;
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace zero_for_hidden::skipped_too_late

// Like called_instead::the_chapter, except where marked.
namespace zero_for_hidden::smallest_double
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = std::numeric_limits<double>::min();  // <--
    }
    return softmax(s);  // <--
}
}  // namespace zero_for_hidden::smallest_double

// Like called_instead::the_chapter, except where marked.
namespace zero_for_hidden::tiny
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector s = xt::zeros<double>({m});
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) s(j) += q(c) * K(j, c);
    }
    s = s / root;
    // <-- without: Matrix row = xt::zeros<double>({std::size_t{1}, m});
    // <-- without: BoolMatrix mask = xt::zeros<bool>({std::size_t{1}, m});
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) s(j) = -1e-9;  // <--
    }
    return softmax(s);  // <--
}
}  // namespace zero_for_hidden::tiny

// Like right::loops, except where marked.
namespace exception::nothing_to_see
{
Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {
        if (sum == 0.0) throw std::runtime_error("nothing to see");  // <--
        weights(j) /= sum;
    }
    return weights;
}
}  // namespace exception::nothing_to_see

}  // namespace attention
