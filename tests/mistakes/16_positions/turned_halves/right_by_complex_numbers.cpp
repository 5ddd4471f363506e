#include "tests/exercises/16_positions/turned_halves.hpp"

#include <cmath>
#include <complex>

namespace attention
{

Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t c = 0; c < half; ++c) {
        const double speed = std::pow(10000.0, -static_cast<double>(c) / static_cast<double>(half));
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            const std::complex<double> old(X(i, c), X(i, half + c));
            const std::complex<double> now = old * std::polar(1.0, speed * static_cast<double>(first + i));
            turned(i, c) = now.real();
            turned(i, half + c) = now.imag();
        }
    }
    return turned;
}

}  // namespace attention
