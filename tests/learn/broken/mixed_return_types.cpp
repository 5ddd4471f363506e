#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const auto weights = [&](double temperature) {
        if (temperature == 0.0) return scores;
        return scores / temperature;  // here
    };
    return softmax(weights(T));
}

}  // namespace attention
