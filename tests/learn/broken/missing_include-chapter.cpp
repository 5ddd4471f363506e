#include "tests/exercises/02_softmax/temperature/task.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    return direction(scores / T);  // here
}

}  // namespace attention
