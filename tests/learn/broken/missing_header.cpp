#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/sofmax.hpp"  // here

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    return softmax(scores / T);
}

}  // namespace attention
