#include "tests/exercises/16_positions/turned_halves.hpp"

#include "16_positions/wrong_positions.hpp"

namespace attention
{

Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const Matrix neighbours = rotated(halves_side_by_side(X), first);
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t c = 0; c < X.shape(1); ++c) turned(i, c / 2 + c % 2 * (X.shape(1) / 2)) = neighbours(i, c);
    }
    return turned;
}

}  // namespace attention
