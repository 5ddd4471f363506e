/// Exercise 16.4: Rotary positions, the other custom
///
/// Many models pair the coordinates of queries and keys not with their neighbours but across: the first of the first
/// half with the first of the second half, the second with the second, and so on. Of d_k = 6 coordinates the pairs are
/// 0 and 3, 1 and 4, 2 and 5. The speeds are the same as ever: `turn_per_step(pair, d_k)`, the first pair by 1 radian a
/// step.
///
///     [1, 0, 0, 0] at position 1    gives [0.5403, 0, 0.8415, 0], that is cos(1) and sin(1) of the first pair
///
/// Write it so that each pair [x, y] turns from x to y.
///
/// \param X      queries or keys, one a row, shape (n, d_k), d_k even
/// \param first  at which position the first row stands
/// \return       shape (n, d_k)
#include "tests/exercises/16_positions/turned_halves.hpp"

#include "16_positions/frequency.hpp"

#include <cmath>

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
