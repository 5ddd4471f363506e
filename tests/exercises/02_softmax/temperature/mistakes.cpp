// Exercise 2.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace attention
{

namespace right::as_a_limit
{
Vector softmax_at(const Vector& scores, double T)
{
    const double largest = xt::amax(scores)();
    Vector gaps = scores - largest;
    for (double& gap : gaps) {
        if (gap != 0.0) gap /= T;  // 0 stays 0, whatever it is divided by
    }
    return softmax(gaps);
}
}  // namespace right::as_a_limit

namespace right::by_loops
{
Vector softmax_at(const Vector& scores, double T)
{
    double largest = scores(0);
    for (const double score : scores) largest = std::max(largest, score);
    Vector weights = xt::zeros_like(scores);
    double sum = 0.0;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        const double gap = scores(j) - largest;
        weights(j) = T == 0.0 ? (gap == 0.0 ? 1.0 : 0.0) : std::exp(gap / T);
        sum += weights(j);
    }
    for (double& weight : weights) weight /= sum;
    return weights;
}
}  // namespace right::by_loops

namespace divided_before_subtracting
{
Vector softmax_at(const Vector& scores, double T)
{
    if (T == 0.0) {
        const double largest = xt::amax(scores)();
        const Vector winners = xt::cast<double>(xt::equal(scores, largest));
        return winners / xt::sum(winners)();
    }
    return softmax(scores / T);
}
}  // namespace divided_before_subtracting

namespace divided_by_zero
{
Vector softmax_at(const Vector& scores, double T) { return softmax(scores / T); }
}  // namespace divided_by_zero

namespace not_a_number
{
Vector softmax_at(const Vector& scores, double T)
{
    if (T == 0.0) {
        const double largest = xt::amax(scores)();
        const Vector winners = xt::cast<double>(xt::equal(scores, largest));
        return winners / xt::sum(winners)();
    }
    const double largest = xt::amax(scores)();
    const Vector exps = xt::exp(scores - largest);
    return xt::pow(exps, 1.0 / T) / xt::sum(xt::pow(exps, 1.0 / T))() * (T / T);  // infinity / infinity
}
}  // namespace not_a_number

namespace not_normalised
{
Vector softmax_at(const Vector& scores, double T) { return xt::exp(scores / T); }
}  // namespace not_normalised

namespace small_is_not_zero::added
{
Vector softmax_at(const Vector& scores, double T)
{
    const double largest = xt::amax(scores)();
    const Vector gaps = scores - largest;
    return softmax(gaps / (T + 1e-9));  // "so that nothing is divided by 0"
}
}  // namespace small_is_not_zero::added

// Like the solution, except where marked.
namespace small_is_not_zero::below_1e_300
{
Vector softmax_at(const Vector& scores, double T)
{
    const double largest = xt::amax(scores)();
    const Vector gaps = scores - largest;
    if (T > 1e-300) return softmax(gaps / T);  // <--
    const Vector winners = xt::cast<double>(xt::equal(gaps, 0.0));
    return winners / xt::sum(winners)();  // <--
}
}  // namespace small_is_not_zero::below_1e_300

// Like the solution, except where marked.
namespace small_is_not_zero::plain
{
Vector softmax_at(const Vector& scores, double T)
{
    const double largest = xt::amax(scores)();
    const Vector gaps = scores - largest;
    if (T > 1e-9) return softmax(gaps / T);  // <--
    const Vector winners = xt::cast<double>(xt::equal(gaps, 0.0));
    return winners / xt::sum(winners)();  // <--
}
}  // namespace small_is_not_zero::plain

namespace temperature_ignored
{
Vector softmax_at(const Vector& scores, double T) { return softmax(scores); }
}  // namespace temperature_ignored

namespace temperature_multiplied
{
Vector softmax_at(const Vector& scores, double T) { return softmax(scores * T); }
}  // namespace temperature_multiplied

namespace tie_counted_twice
{
Vector softmax_at(const Vector& scores, double T)
{
    if (T > 0.0) return softmax(scores / T);
    const double largest = xt::amax(scores)();
    return xt::cast<double>(xt::equal(scores, largest));
}
}  // namespace tie_counted_twice

namespace tie_to_one::last
{
Vector softmax_at(const Vector& scores, double T)
{
    if (T > 0.0) return softmax(scores / T);
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (scores(j) >= scores(best)) best = j;
    }
    Vector weights = xt::zeros_like(scores);
    weights(best) = 1.0;
    return weights;
}
}  // namespace tie_to_one::last

namespace tie_to_one::plain
{
Vector softmax_at(const Vector& scores, double T)
{
    if (T > 0.0) return softmax(scores / T);
    const auto largest = std::max_element(scores.begin(), scores.end());
    const auto best = static_cast<std::size_t>(largest - scores.begin());
    Vector weights = xt::zeros_like(scores);
    weights(best) = 1.0;
    return weights;
}
}  // namespace tie_to_one::plain

namespace weights_divided
{
Vector softmax_at(const Vector& scores, double T) { return softmax(scores) / T; }
}  // namespace weights_divided

namespace zero_is_not_infinity
{
Vector softmax_at(const Vector& scores, double T)
{
    if (T == 0.0) return xt::ones_like(scores) / static_cast<double>(scores.size());
    return softmax(scores / T);
}
}  // namespace zero_is_not_infinity

namespace zero_is_not_one
{
Vector softmax_at(const Vector& scores, double T)
{
    if (T == 0.0) return softmax(scores);  // "no temperature"
    return softmax(scores / T);
}
}  // namespace zero_is_not_one

}  // namespace attention
