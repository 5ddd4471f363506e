#include "tests/exercises/16_positions/mended_bias.hpp"

#include <cmath>

namespace attention
{

Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    Matrix bias = xt::zeros<double>({n, m});
    const double slope = std::pow(2.0, -8.0 * (1.0 + static_cast<double>(head)) / static_cast<double>(heads));
    for (std::size_t back = 0; back < n; ++back) {
        const std::size_t here = m - 1 - back;
        for (std::size_t j = 0; j < m; ++j) {
            const std::size_t apart = j > here ? j - here : here - j;
            bias(n - 1 - back, j) = -slope * static_cast<double>(apart);
        }
    }
    return bias;
}

}  // namespace attention
