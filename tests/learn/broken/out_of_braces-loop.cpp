#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <cstddef>

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    double sum = 0.0;
    for (std::size_t j = 0; j < scores.size(); ++j) sum += scores(j);
    return softmax(scores * sum / T / scores(j));  // here
}

}  // namespace attention
