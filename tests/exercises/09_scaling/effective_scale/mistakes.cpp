// Exercise 9.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/09_scaling/effective_scale/task.hpp"

#include <cmath>
#include <limits>

namespace attention
{

namespace right::best_and_another
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::log(weights(best) / weights(j)) / (scores(best) - scores(j));
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace right::best_and_another

namespace right::line_through_all
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    // The slope of the line through all points (score, logarithm of the weight).
    double count = 0.0;
    double sum_s = 0.0;
    double sum_a = 0.0;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (weights(j) <= 0.0) continue;
        count += 1.0;
        sum_s += scores(j);
        sum_a += std::log(weights(j));
    }
    double up = 0.0;
    double along = 0.0;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (weights(j) <= 0.0) continue;
        up += (scores(j) - sum_s / count) * (std::log(weights(j)) - sum_a / count);
        along += (scores(j) - sum_s / count) * (scores(j) - sum_s / count);
    }
    return up / along;  // 0 / 0 is NaN
}
}  // namespace right::line_through_all

// Like right::best_and_another, except where marked.
namespace always_positive
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::abs(std::log(weights(best) / weights(j)) / (scores(best) - scores(j)));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace always_positive

// Like right::best_and_another, except where marked.
namespace another_base::ten
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::log10(weights(best) / weights(j)) / (scores(best) - scores(j));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace another_base::ten

// Like right::best_and_another, except where marked.
namespace another_base::plain
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::log2(weights(best) / weights(j)) / (scores(best) - scores(j));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace another_base::plain

// Like right::best_and_another, except where marked.
namespace d_k_for_scale
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::pow((scores(best) - scores(j)) / std::log(weights(best) / weights(j)), 2);  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace d_k_for_scale

// Like right::best_and_another, except where marked.
namespace difference_forgotten
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::log(weights(best) / weights(j));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace difference_forgotten

// Like right::best_and_another, except where marked.
namespace difference_of_weights
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return (weights(best) - weights(j)) / (scores(best) - scores(j));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace difference_of_weights

// Like right::best_and_another, except where marked.
namespace divisor_for_factor
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return (scores(best) - scores(j)) / std::log(weights(best) / weights(j));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace divisor_for_factor

namespace equal_scores_used::guarded
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    if (scores(0) == scores(1)) return 0.0;
    return std::log(weights(0) / weights(1)) / (scores(0) - scores(1));
}
}  // namespace equal_scores_used::guarded

namespace equal_scores_used::plain
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    return std::log(weights(0) / weights(1)) / (scores(0) - scores(1));
}
}  // namespace equal_scores_used::plain

namespace lost_weights_used::first_two
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (scores(j) == scores(0)) continue;
        return std::log(weights(0) / weights(j)) / (scores(0) - scores(j));
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace lost_weights_used::first_two

// Like right::best_and_another, except where marked.
namespace lost_weights_used::plain
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best)) continue;  // <--
        return std::log(weights(best) / weights(j)) / (scores(best) - scores(j));
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace lost_weights_used::plain

// Like right::best_and_another, except where marked.
namespace made_up::plain
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::log(weights(best) / weights(j)) / (scores(best) - scores(j));
    }
    return 1.0;  // <--
}
}  // namespace made_up::plain

// Like right::best_and_another, except where marked.
namespace made_up::zero
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::log(weights(best) / weights(j)) / (scores(best) - scores(j));
    }
    return 0.0;  // <--
}
}  // namespace made_up::zero

namespace one_weight_alone
{
double effective_scale(const Vector& scores, const Vector& weights) { return std::log(weights(0)) / scores(0); }
}  // namespace one_weight_alone

namespace ratio_of_scores
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    return std::log(weights(0) / weights(1)) / (scores(0) / scores(1));
}
}  // namespace ratio_of_scores

// Like right::best_and_another, except where marked.
namespace ratio_without_logarithm
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return weights(best) / weights(j) / (scores(best) - scores(j));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace ratio_without_logarithm

// Like right::best_and_another, except where marked.
namespace sum_taken_for_granted
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        double sum = 0.0;                                                                // <--
        for (const double weight : weights) sum += weight;                               // <--
        return sum * std::log(weights(best) / weights(j)) / (scores(best) - scores(j));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace sum_taken_for_granted

// Like right::best_and_another, except where marked.
namespace upside_down
{
double effective_scale(const Vector& scores, const Vector& weights)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (weights(j) > weights(best)) best = j;
    }
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) == scores(best) || weights(j) == 0.0) continue;
        return std::log(weights(best) / weights(j)) / (scores(j) - scores(best));  // <--
    }
    return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace upside_down

}  // namespace attention
