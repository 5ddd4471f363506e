#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    auto largest;  // here
    largest = scores(0);
    return softmax((scores - largest) / T);
}

}  // namespace attention
