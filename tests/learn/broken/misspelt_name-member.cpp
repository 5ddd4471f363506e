#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const std::size_t n = scores.sise();  // here
    return softmax(scores / T / static_cast<double>(n));
}

}  // namespace attention
