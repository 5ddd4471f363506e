#include "tests/exercises/02_softmax/temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const double largest = xt::amax(scores)();
    const Vector gaps = scores - largest;
    if (T > 1e-9) return softmax(gaps / T);
    const Vector winners = xt::cast<double>(xt::equal(gaps, 0.0));
    return winners / xt::sum(winners)();
}

}  // namespace attention
