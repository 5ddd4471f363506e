#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

struct Limits {
    double highest = 1.0;
}  // here

Vector softmax_at(const Vector& scores, double T)
{
    return softmax(Limits().highest * scores / T);
}

}  // namespace attention
