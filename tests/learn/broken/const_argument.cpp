#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

void set_first(Vector& v) { v(0) = 1.0; }

Vector softmax_at(const Vector& scores, double T)
{
    set_first(scores);  // here
    return softmax(scores / T);
}

}  // namespace attention
