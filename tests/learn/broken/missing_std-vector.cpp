#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    vector<double> all(scores.begin(), scores.end());  // here
    return softmax(scores / T / all[0]);
}

}  // namespace attention
