/// Exercise 14.2: A temperature that learns
///
/// A temperature is a number like any other: it can be learned. The weights are softmax(s / T), and something behind them
/// has sent back dA, how the loss changes with each weight. How does it change with T?
///
/// Go back in two steps. First through softmax, to z = s / T. Then from z to T: each z_j = s_j / T changes with T, too.
///
///     scores [1, 0], T = 1, dA = [1, 0]    gives -0.196612: a higher temperature takes weight from the first
///
/// \param scores  shape (m)
/// \param T       above 0
/// \param dA      how the loss changes with each weight, shape (m)
/// \return        how it changes with T
#include "tests/exercises/14_gradients/back_to_temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    // dz_j = A_j (dA_j - mean), and z_j = s_j / T changes with T by -s_j / T^2. T is in every z, so their parts add up.
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double dT = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) dT -= A(j) * (dA(j) - mean) * scores(j) / (T * T);
    return dT;
}

}  // namespace attention
