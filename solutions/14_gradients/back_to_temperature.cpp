#include "tests/exercises/14_gradients/back_to_temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <cstddef>

namespace attention
{

double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    // dz_j = A_j (dA_j - mean), and z_j = s_j / T changes with T by -s_j / T^2. T is part of every z_j, so the paths add up.
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T);
    return dT;
}

}  // namespace attention
