// Exercise 19.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/19_online_softmax/entropy_in_one_pass/task.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace attention
{

namespace right::merging
{
double entropy_in_one_pass(Stream<double>& scores)
{
    // Memories of entropy merge too: the entropy of a mixture is the mean of the entropies plus that of the choice.
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double log_total = -infinity;
    double H = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        if (log_total == -infinity) {
            log_total = s;
            continue;
        }
        const double larger = std::fmax(log_total, s);
        const double both = larger + std::log(std::exp(log_total - larger) + std::exp(s - larger));
        const double p = std::exp(log_total - both);
        const double q = std::exp(s - both);
        H = p * H - (p > 0.0 ? p * (log_total - both) : 0.0) - (q > 0.0 ? q * (s - both) : 0.0);
        log_total = both;
    }
    return H;
}
}  // namespace right::merging

namespace right::plain_scores
{
double entropy_in_one_pass(Stream<double>& scores)
{
    // t over s itself needs only the factor; m comes in at the end.
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        const double keep = l == 0.0 ? 0.0 : std::exp(m - next);
        l = keep * l + std::exp(s - next);
        t = keep * t + std::exp(s - next) * s;
        m = next;
    }
    return l == 0.0 ? 0.0 : m + std::log(l) - t / l;
}
}  // namespace right::plain_scores

namespace effective_tokens
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t + l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::exp(std::log(l) - t / l);
}
}  // namespace effective_tokens

namespace factor_alone
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * t;
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t / l;
}
}  // namespace factor_alone

namespace in_bits
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t + l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return (std::log(l) - t / l) / std::log(2.0);
}
}  // namespace in_bits

namespace infinity_is_nan
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t + l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t / l;
}
}  // namespace infinity_is_nan

namespace l_corrected_too_early
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            l = keep * l;
            t = keep * (t + l * (m - next));
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t / l;
}
}  // namespace l_corrected_too_early

namespace logarithm_left_out
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t + l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return -t / l;
}
}  // namespace logarithm_left_out

namespace maximum_not_subtracted
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * t;
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * s;
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t / l;
}
}  // namespace maximum_not_subtracted

namespace never_corrected
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = 1.0 * t;
            l = l * (keep > 2.0 ? keep : 1.0);
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t / l;
}
}  // namespace never_corrected

namespace not_divided
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t + l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t;
}
}  // namespace not_divided

namespace nothing_is_nan
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t + l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    return std::log(l) - t / l;
}
}  // namespace nothing_is_nan

namespace only_l_corrected
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = 1.0 * t;
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t / l;
}
}  // namespace only_l_corrected

namespace sign_of_t
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t + l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) + t / l;
}
}  // namespace sign_of_t

namespace wrong_sign
{
double entropy_in_one_pass(Stream<double>& scores)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        const double next = std::fmax(m, s);
        if (next > m && l > 0.0) {
            const double keep = std::exp(m - next);
            t = keep * (t - l * (m - next));
            l = keep * l;
        }
        const double e = std::exp(s - next);
        l += e;
        t += e * (s - next);
        m = next;
    }
    if (l == 0.0) return 0.0;
    return std::log(l) - t / l;
}
}  // namespace wrong_sign

namespace scores_kept
{
double entropy_in_one_pass(Stream<double>& scores)
{
    std::vector<double> all;
    for (const double s : scores) all.push_back(s);
    double largest = -std::numeric_limits<double>::infinity();
    for (const double s : all) largest = std::fmax(largest, s);
    double l = 0.0;
    double t = 0.0;
    for (const double s : all) {
        if (std::isinf(s)) continue;
        l += std::exp(s - largest);
        t += std::exp(s - largest) * (s - largest);
    }
    return l == 0.0 ? 0.0 : std::log(l) - t / l;
}
}  // namespace scores_kept

}  // namespace attention
