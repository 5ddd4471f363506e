#include "tests/exercises/19_online_softmax/entropy_in_one_pass.hpp"

#include <cmath>
#include <limits>

namespace attention
{

double entropy_in_one_pass(const Vector& scores)
{
    // t over s itself, which is corrected by the factor alone; m joins at the end.
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

}  // namespace attention
