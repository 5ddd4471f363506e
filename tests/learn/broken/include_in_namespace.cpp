#include "tests/exercises/02_softmax/temperature/task.hpp"

namespace attention
{

#include "03_weighted_sum/weighted_sum.hpp"  // here

Vector softmax_at(const Vector& scores, double T)
{
    const Matrix M = {{1.0, T}};
    return weighted_sum(scores, M);
}

}  // namespace attention
