#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    if (T == 0.0)
        T = 1.0;
        T = 2.0;
    else  // here
        T = 3.0;
    return softmax(scores / T);
}

}  // namespace attention
