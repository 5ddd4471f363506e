// Exercise 24.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/24_cheaper/sink_softmax/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

namespace right::logarithm_of_the_sum
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double log_sum = sink;  // ln of the sum so far
    for (const double score : scores) {
        const double larger = std::fmax(log_sum, score);
        const double smaller = std::fmin(log_sum, score);
        if (larger > -std::numeric_limits<double>::infinity())
            log_sum = larger + std::log1p(std::exp(smaller - larger));
    }
    Vector weights = xt::zeros<double>({scores.size()});
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (scores(j) > -std::numeric_limits<double>::infinity()) weights(j) = std::exp(scores(j) - log_sum);
    }
    return weights;
}
}  // namespace right::logarithm_of_the_sum

// Like the solution, except where marked.
namespace sink_left_out
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = 0.0;  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace sink_left_out

namespace always_one
{
Vector sink_softmax(const Vector& scores, double sink)
{
    const Vector exps = xt::exp(scores);
    return exps / (1.0 + xt::sum(exps)());
}
}  // namespace always_one

namespace sink_itself
{
Vector sink_softmax(const Vector& scores, double sink)
{
    const Vector exps = xt::exp(scores);
    return exps / (sink + xt::sum(exps)());
}
}  // namespace sink_itself

// Like the solution, except where marked.
namespace sink_not_shifted
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = -std::numeric_limits<double>::infinity();  // <--
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = std::exp(sink);  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace sink_not_shifted

// Like the solution, except where marked.
namespace one_not_shifted
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = -std::numeric_limits<double>::infinity();  // <--
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = 1.0;  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace one_not_shifted

// Like the solution, except where marked.
namespace sink_itself_not_shifted
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = -std::numeric_limits<double>::infinity();  // <--
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = sink;  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace sink_itself_not_shifted

// Like the solution, except where marked.
namespace sink_for_each_key
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = static_cast<double>(scores.size()) * std::exp(sink - largest);  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace sink_for_each_key

namespace each_key_alone
{
Vector sink_softmax(const Vector& scores, double sink)
{
    const Vector exps = xt::exp(scores);
    return exps / (std::exp(sink) + exps);
}
}  // namespace each_key_alone

// Like the solution, except where marked.
namespace sink_returned::at_the_end
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size() + 1});  // <--
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = std::exp(sink - largest);
    weights(scores.size()) = sum;  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace sink_returned::at_the_end

// Like the solution, except where marked.
namespace sink_returned::at_the_front
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size() + 1});  // <--
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = std::exp(sink - largest);
    weights(0) = sum;  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j + 1) = std::exp(scores(j) - largest);  // <--
        sum += weights(j + 1);                           // <--
    }
    return weights / sum;
}
}  // namespace sink_returned::at_the_front

// Like the solution, except where marked.
namespace sink_subtracted_from_the_sum
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = -std::exp(sink - largest);  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace sink_subtracted_from_the_sum

namespace not_divided
{
Vector sink_softmax(const Vector& scores, double sink) { return xt::exp(scores); }
}  // namespace not_divided

// Like the solution, except where marked.
namespace constant_factor
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = 0.5 - std::exp(sink - largest);  // <--
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace constant_factor

// Like the solution, except where marked.
namespace always_a_sink
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = std::exp(sink - largest);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    if (std::isinf(sink)) return sink_softmax(scores, 0.0);  // <--
    return weights / sum;
}
}  // namespace always_a_sink

namespace overflows::naive
{
Vector sink_softmax(const Vector& scores, double sink)
{
    const Vector exps = xt::exp(scores);
    return exps / (std::exp(sink) + xt::sum(exps)());
}
}  // namespace overflows::naive

// Like the solution, except where marked.
namespace overflows::sum_alone
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = std::exp(sink - largest);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    if (largest > 700.0) sum = std::numeric_limits<double>::infinity();  // <--
    return weights / sum;
}
}  // namespace overflows::sum_alone

// Like the solution, except where marked.
namespace maximum_began_at_zero::the_sink_as_well
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = std::fmax(0.0, sink);  // <--
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    if (largest == -std::numeric_limits<double>::infinity()) return weights;
    double sum = std::exp(sink - largest);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace maximum_began_at_zero::the_sink_as_well

// Like the solution, except where marked.
namespace only_scores_in_the_maximum
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = -std::numeric_limits<double>::infinity();  // <--
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    double sum = std::exp(sink - largest);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace only_scores_in_the_maximum

// Like the solution, except where marked.
namespace nobody_is_nan
{
Vector sink_softmax(const Vector& scores, double sink)
{
    double largest = sink;
    for (const double score : scores) largest = std::fmax(largest, score);
    Vector weights = xt::zeros<double>({scores.size()});
    double sum = std::exp(sink - largest);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        weights(j) = std::exp(scores(j) - largest);
        sum += weights(j);
    }
    return weights / sum;
}
}  // namespace nobody_is_nan

}  // namespace attention
