#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const Matrix ones = xt::ones<double>({scores.size(), 1});  // here
    return softmax(scores / T / ones(0, 0));
}

}  // namespace attention
