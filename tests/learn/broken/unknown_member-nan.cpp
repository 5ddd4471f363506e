#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <limits>

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    return softmax(scores / std::numeric_limits<double>::NaN);  // here
}

}  // namespace attention
