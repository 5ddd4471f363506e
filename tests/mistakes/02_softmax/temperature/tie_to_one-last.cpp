#include "tests/exercises/02_softmax/temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    if (T > 0.0) return softmax(scores / T);
    std::size_t best = 0;
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (scores(j) >= scores(best)) best = j;
    }
    Vector weights = xt::zeros_like(scores);
    weights(best) = 1.0;
    return weights;
}

}  // namespace attention
