#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <cmath>
#include <limits>

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    double largest = -std::numeric_limits<double>::infinity;  // here
    for (const double s : scores) largest = std::fmax(largest, s);
    return softmax((scores - largest) / T);
}

}  // namespace attention
