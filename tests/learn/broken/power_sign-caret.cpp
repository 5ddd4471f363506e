#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const Vector squares = xt::exp(scores ^ 2.0);  // here
    return softmax(squares / T);
}

}  // namespace attention
