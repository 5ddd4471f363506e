#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include <vector>

namespace attention
{

Vector softmax_at(const Vector& scores, double T)
{
    std::vector<std::size_t> order = {0, 1};
    const auto less = [](std::size_t a, std::size_t b) { return scores(a) < scores(b); };  // here
    return softmax(scores / (less(order[0], order[1]) ? T : 1.0));
}

}  // namespace attention
