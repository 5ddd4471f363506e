#include "tests/exercises/19_online_softmax/entropy_in_one_pass.hpp"

#include <cmath>
#include <limits>

namespace attention
{

double entropy_in_one_pass(const Vector& scores)
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

}  // namespace attention
