#include "tests/exercises/09_scaling/effective_scale.hpp"

#include <cmath>
#include <limits>

namespace attention
{

double effective_scale(const Vector& scores, const Vector& weights)
{
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (scores(j) == scores(0)) continue;
        return std::log(weights(0) / weights(j)) / (scores(0) - scores(j));
    }
    return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace attention
