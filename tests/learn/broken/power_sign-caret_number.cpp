#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const double square = T ^ 2.0;  // here
    return softmax(scores / square);
}

}  // namespace attention
