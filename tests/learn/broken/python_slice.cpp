#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const Matrix M = {{1.0, T}};
    return softmax(M(0, :));  // here
}

}  // namespace attention
