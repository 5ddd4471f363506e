#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    auto first = xt::view(scores, xt::range(0, 1));
    first *= T;  // here
    return softmax(scores);
}

}  // namespace attention
