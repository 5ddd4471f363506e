#include "tests/exercises/02_softmax/temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    if (T > 0.0) return softmax(scores / T);
    Vector weights = xt::zeros_like(scores);
    weights(xt::argmax(scores)()) = 1.0;
    return weights;
}

}  // namespace attention
