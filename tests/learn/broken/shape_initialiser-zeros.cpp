#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    Matrix weights = xt::zeros<double>(2, 3);  // here
    return softmax(scores / T);
}

}  // namespace attention
