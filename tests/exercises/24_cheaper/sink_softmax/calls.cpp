// Exercise 24.3 solved by calling what the chapters have written already.
#include "tests/exercises/24_cheaper/sink_softmax/task.hpp"

#include "02_softmax/softmax.hpp"

#include <cstddef>

namespace attention
{

namespace called_instead::one_more_key
{
Vector sink_softmax(const Vector& scores, double sink)
{
    Vector all = xt::zeros<double>({scores.size() + 1});
    for (std::size_t j = 0; j < scores.size(); ++j) all(j) = scores(j);
    all(scores.size()) = sink;
    const Vector weights = softmax(all);
    Vector found = scores;
    for (std::size_t j = 0; j < scores.size(); ++j) found(j) = weights(j);
    return found;
}
}  // namespace called_instead::one_more_key

}  // namespace attention
