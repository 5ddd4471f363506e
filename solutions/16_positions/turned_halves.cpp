#include "tests/exercises/16_positions/turned_halves/task.hpp"

#include "16_positions/frequency.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, X.shape(1));
            // Both old coordinates are needed for both new ones.
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}

}  // namespace attention
