#include "tests/exercises/21_your_own_data/near_mask.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) =
                j > here ? -std::numeric_limits<double>::infinity() : -slope * static_cast<double>(here - j);
        }
    }
    return mask;
}

}  // namespace attention
