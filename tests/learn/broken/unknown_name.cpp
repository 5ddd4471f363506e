#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const double factor = 1.0 / temperature;  // here
    return softmax(scores * factor * T);
}

}  // namespace attention
