#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    double largest = 0.0;
    for (const double s : scores) largest = max(largest, s);  // here
    return softmax(scores / T / largest);
}

}  // namespace attention
