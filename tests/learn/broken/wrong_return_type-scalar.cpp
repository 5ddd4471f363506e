#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

double mean_of(const Vector& scores, double T)
{
    return scores / T;  // here
}

}  // namespace attention
