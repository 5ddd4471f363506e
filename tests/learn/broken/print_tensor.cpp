#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <iostream>

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    std::cout << scores << T;  // here
    return softmax(scores);
}

}  // namespace attention
