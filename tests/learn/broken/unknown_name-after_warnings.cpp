#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    double unused = 1.0f;
    for (int i = 0; i < scores.size(); ++i) T += i;
    return softmax(scores / temperature);  // here
}

}  // namespace attention
