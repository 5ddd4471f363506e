#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    if (T > 1.0) {
        const double factor = 1.0 / T;
    }
    return softmax(factor * scores);  // here
}

}  // namespace attention
