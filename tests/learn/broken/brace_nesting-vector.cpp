#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const Vector v = {{1.0, 2.0}, {3.0, T}};  // here
    return softmax(v);
}

}  // namespace attention
