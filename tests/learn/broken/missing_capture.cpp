#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const auto scaled = [](double s) { return s / T; };  // here
    return softmax({scaled(scores(0)), scaled(scores(1))});
}

}  // namespace attention
