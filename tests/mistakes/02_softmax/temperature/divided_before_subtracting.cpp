#include "tests/exercises/02_softmax/temperature.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    if (T == 0.0) {
        const double largest = xt::amax(scores)();
        const Vector winners = xt::cast<double>(xt::equal(scores, largest));
        return winners / xt::sum(winners)();
    }
    return softmax(scores / T);
}

}  // namespace attention
