#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <cstddef>

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    Vector scaled = scores;
    for (std::size_t i : scores.size()) scaled(i) /= T;  // here
    return softmax(scaled);
}

}  // namespace attention
