#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    const double largest = xt::amax(scores)();
    const Vector gaps = scores - largest;  // (m), none above 0: over a tiny T they become -infinity at worst
    if (T > 0.0) return softmax(gaps / T);

    const Vector winners = xt::cast<double>(xt::equal(gaps, 0.0));  // (m), 1 where the score is largest
    const double count = xt::sum(winners)();
    return winners / count;
}

}  // namespace attention
