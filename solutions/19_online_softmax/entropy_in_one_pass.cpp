#include "tests/exercises/19_online_softmax/entropy_in_one_pass/task.hpp"

#include <cmath>
#include <limits>

namespace attention
{

double entropy_in_one_pass(Stream<double>& scores)
{
    // When m rises to m', s - m' = (s - m) + (m - m') in every term of t. The exponentials shrink by exp(m - m'), as they do
    // in l, and m - m' is the same for all terms: together they add l (m - m').
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    double t = 0.0;
    for (const double s : scores) {
        if (s == -infinity) continue;
        if (s > m) {
            const double rise = m - s;  // below 0, -infinity for the first
            t = l == 0.0 ? 0.0 : std::exp(rise) * (t + l * rise);
            l = l == 0.0 ? 0.0 : std::exp(rise) * l;
            m = s;
        }
        l += std::exp(s - m);
        t += std::exp(s - m) * (s - m);
    }
    return l == 0.0 ? 0.0 : std::log(l) - t / l;
}

}  // namespace attention
