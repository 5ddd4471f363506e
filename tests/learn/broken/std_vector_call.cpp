#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <vector>

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    std::vector<double> all(scores.begin(), scores.end());
    return softmax(scores / all(0));  // here
}

}  // namespace attention
