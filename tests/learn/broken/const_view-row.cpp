#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const Matrix M = {{1.0, T}};
    xt::row(M, 0) /= T;  // here
    return softmax(xt::row(M, 0));
}

}  // namespace attention
