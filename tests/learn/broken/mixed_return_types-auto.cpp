#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

auto scaled(const Vector& scores, double T)
{
    if (T == 0.0) return scores;
    return scores / T;  // here
}

Vector softmax_at(const Vector& scores, double T)
{
    return softmax(scaled(scores, T));
}

}  // namespace attention
