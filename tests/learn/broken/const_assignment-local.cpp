#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const double largest = 0.0;
    for (const double s : scores) largest = std::max(largest, s);  // here
    return softmax((scores - largest) / T);
}

}  // namespace attention
