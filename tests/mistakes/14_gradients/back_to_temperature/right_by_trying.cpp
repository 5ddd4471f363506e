#include "tests/exercises/14_gradients/back_to_temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const auto loss = [&](double temperature) {
        const Vector A = softmax(scores / temperature);
        double sum = 0.0;
        for (std::size_t j = 0; j < A.size(); ++j) sum += A(j) * dA(j);
        return sum;
    };
    // Four points: the error is of the fourth power of the step.
    const double h = 1e-3 * T;
    return (8.0 * (loss(T + h) - loss(T - h)) - (loss(T + 2 * h) - loss(T - 2 * h))) / (12.0 * h);
}

}  // namespace attention
