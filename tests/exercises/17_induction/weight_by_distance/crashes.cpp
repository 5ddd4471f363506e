// Exercise 17.3 done in ways that AddressSanitizer must stop. <-- marks where a version departs from the one it was made from.
#include "tests/exercises/17_induction/weight_by_distance/task.hpp"

#include <cstddef>

namespace attention
{

// Like the solution, except where marked.
namespace crash::one_too_many
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k; i <= n; ++i)                                        // <--
            mean(k) += weights.data()[i * n + i - k] / static_cast<double>(n - k);  // <--
    }
    return mean;
}
}  // namespace crash::one_too_many

}  // namespace attention
