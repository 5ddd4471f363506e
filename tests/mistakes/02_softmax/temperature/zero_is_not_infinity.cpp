#include "tests/exercises/02_softmax/temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    if (T == 0.0) return xt::ones_like(scores) / static_cast<double>(scores.size());
    return softmax(scores / T);
}

}  // namespace attention
