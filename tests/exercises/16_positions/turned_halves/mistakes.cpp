// Exercise 16.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/16_positions/turned_halves/task.hpp"

#include "16_positions/frequency.hpp"
#include "16_positions/wrong_positions.hpp"

#include <cmath>
#include <complex>

namespace attention
{

namespace right::by_complex_numbers
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
}  // namespace right::by_complex_numbers

namespace right::plain
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, X.shape(1));
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}
}  // namespace right::plain

// Like the solution, except where marked.
namespace all_rows_at_first
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first) * turn_per_step(pair, X.shape(1));  // <--
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}
}  // namespace all_rows_at_first

// Like the solution, except where marked.
namespace clockwise
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, X.shape(1));
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) + y * std::sin(angle);         // <--
            turned(i, pair + half) = y * std::cos(angle) - x * std::sin(angle);  // <--
        }
    }
    return turned;
}
}  // namespace clockwise

// Like the solution, except where marked.
namespace first_ignored
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    static_cast<void>(first);  // <--
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(i) * turn_per_step(pair, X.shape(1));  // <--
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}
}  // namespace first_ignored

// Like the solution, except where marked.
namespace minus_forgotten
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, X.shape(1));
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) + y * std::sin(angle);  // <--
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}
}  // namespace minus_forgotten

// Like the solution, except where marked.
namespace neighbours_paired
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, X.shape(1));
            const double x = X(i, 2 * pair);                                      // <--
            const double y = X(i, 2 * pair + 1);                                  // <--
            turned(i, 2 * pair) = x * std::cos(angle) - y * std::sin(angle);      // <--
            turned(i, 2 * pair + 1) = x * std::sin(angle) + y * std::cos(angle);  // <--
        }
    }
    return turned;
}
}  // namespace neighbours_paired

// Like the solution, except where marked.
namespace old_x_overwritten
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, X.shape(1));
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = turned(i, pair) * std::sin(angle) + y * std::cos(angle);  // <--
        }
    }
    return turned;
}
}  // namespace old_x_overwritten

// Like the solution, except where marked.
namespace one_speed
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i);  // <--
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}
}  // namespace one_speed

// Like the solution, except where marked.
namespace too_fast
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, 2 * X.shape(1));  // <--
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}
}  // namespace too_fast

// Like the solution, except where marked.
namespace too_slow
{
Matrix turned_halves(const Matrix& X, std::size_t first)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, half);  // <--
            const double x = X(i, pair);
            const double y = X(i, pair + half);
            turned(i, pair) = x * std::cos(angle) - y * std::sin(angle);
            turned(i, pair + half) = x * std::sin(angle) + y * std::cos(angle);
        }
    }
    return turned;
}
}  // namespace too_slow

}  // namespace attention
