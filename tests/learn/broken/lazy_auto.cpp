#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    auto exps = xt::exp(scores / T);
    exps(0) = 1.0;  // here
    return softmax(exps);
}

}  // namespace attention
