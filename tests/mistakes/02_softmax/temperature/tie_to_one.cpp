#include "tests/exercises/02_softmax/temperature.hpp"

#include "02_softmax/softmax.hpp"

#include <algorithm>
#include <cstddef>

namespace attention
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

}  // namespace attention
