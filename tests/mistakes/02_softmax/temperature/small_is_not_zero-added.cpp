#include "tests/exercises/02_softmax/temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const double largest = xt::amax(scores)();
    const Vector gaps = scores - largest;
    return softmax(gaps / (T + 1e-9));  // "so that nothing is divided by 0"
}

}  // namespace attention
