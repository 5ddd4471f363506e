#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    std::ifstream file("scores.txt");  // here
    return softmax(scores / T);
}

}  // namespace attention
