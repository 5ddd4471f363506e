#include "tests/exercises/09_scaling/effective_scale/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

double effective_scale(const Vector& scores, const Vector& weights)
{
    // ln A_1 - ln A_2 = (c s_1 - ln sum) - (c s_2 - ln sum) = c (s_1 - s_2): the sum is gone.
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (weights(i) == 0.0 || weights(j) == 0.0) continue;  // rounded to 0, or hidden: the logarithm is lost
            if (scores(i) == scores(j)) continue;                  // equal scores give equal weights at any scale
            return std::log(weights(i) / weights(j)) / (scores(i) - scores(j));
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace attention
