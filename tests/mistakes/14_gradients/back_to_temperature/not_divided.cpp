#include "tests/exercises/14_gradients/back_to_temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j);
    return dT;
}

}  // namespace attention
