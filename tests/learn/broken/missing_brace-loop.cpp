#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    Vector result = scores;
    for (std::size_t i = 0; i < scores.size(); ++i) {  // here
        result(i) = scores(i) / T;
    return softmax(result);
}

Vector unsharp(const Vector& scores)
{
    return softmax(scores);
}

}  // namespace attention
