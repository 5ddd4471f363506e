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
    const double largest = xt::amax(scores)();
    const Vector exps = xt::exp(scores - largest);
    return xt::pow(exps, 1.0 / T) / xt::sum(xt::pow(exps, 1.0 / T))() * (T / T);  // infinity / infinity
}

}  // namespace attention
