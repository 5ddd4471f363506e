// Exercise 21.2 solved by calling what the chapters have written already.
#include "tests/exercises/21_your_own_data/near_mask/task.hpp"

#include "16_positions/linear_bias.hpp"

#include <cstddef>
#include <limits>

namespace attention
{

namespace called_instead::biased
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = linear_bias(n, m, slope);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double before = static_cast<double>(i + m) - static_cast<double>(j + n);
            mask(i, j) = before < 0 ? -std::numeric_limits<double>::infinity() : -slope * before;
        }
    }
    return mask;
}
}  // namespace called_instead::biased

}  // namespace attention
