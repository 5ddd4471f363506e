#include "tests/exercises/14_gradients/back_to_temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    // -cov(dA, s) / T^2, by the weights.
    const Vector A = softmax(scores / T);
    double mean_d = 0.0;
    double mean_s = 0.0;
    double mean_ds = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) {
        mean_d += A(j) * dA(j);
        mean_s += A(j) * scores(j);
        mean_ds += A(j) * dA(j) * scores(j);
    }
    return -(mean_ds - mean_d * mean_s) / (T * T);
}

}  // namespace attention
