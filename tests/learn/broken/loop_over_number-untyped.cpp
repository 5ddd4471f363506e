#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    Vector scaled = scores;
    for (i : scores.shape(0)) scaled(i) /= T;  // here
    return softmax(scaled);
}

}  // namespace attention
