#include "tests/exercises/19_online_softmax/entropy_in_one_pass.hpp"

#include <cmath>
#include <limits>

namespace attention
{

double entropy_in_one_pass(const Vector& scores)
{
    // Two memories of entropy merge: the entropy of a mixture is the mixture of entropies, and that of the choice.
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

}  // namespace attention
