// Exercise 14.2 solved by calling what the chapters have written already.
#include "tests/exercises/14_gradients/back_to_temperature/task.hpp"

#include "02_softmax/softmax.hpp"
#include "14_gradients/finite_differences.hpp"

namespace attention
{

namespace called_instead::by_trying
{
double back_to_temperature(const Vector& scores, double T, const Vector& dA)
{
    const auto loss = [&](const Matrix& t) { return xt::sum(dA * softmax(Vector(scores / t(0, 0))))(); };
    return central_differences(loss, Matrix{{T}}, 1e-5 * T)(0, 0);
}
}  // namespace called_instead::by_trying

}  // namespace attention
