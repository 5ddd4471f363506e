#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const Vector two = [1.0, T];  // here
    return softmax(scores + two);
}

}  // namespace attention
