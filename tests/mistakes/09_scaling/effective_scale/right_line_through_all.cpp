#include "tests/exercises/09_scaling/effective_scale.hpp"

#include <cmath>
#include <limits>

namespace attention
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

}  // namespace attention
