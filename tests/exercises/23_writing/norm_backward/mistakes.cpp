// Exercise 23.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/23_writing/norm_backward/task.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

namespace
{
Vector centred(const Vector& x) { return x - xt::sum(x)() / static_cast<double>(x.size()); }
}  // namespace

namespace right::by_trying
{
double loss(const Vector& x, const Vector& h)
{
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / static_cast<double>(x.size()) + 1e-6);
    return xt::sum(h * from_mean)() / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        const Vector h = gain * row_of(dY, i);
        const Vector x = row_of(X, i);
        // Six points: the error is of the sixth power of the step, which must stay below r, 0.001 where all are the same.
        const Vector spread = centred(x);
        const double step = xt::sum(spread * spread)() < 1e-3 ? 2e-5 : 1e-2;
        for (std::size_t c = 0; c < x.size(); ++c) {
            const auto at = [&](double steps) {
                Vector moved = x;
                moved(c) += steps * step;
                return loss(moved, h);
            };
            dX(i, c) = (45 * (at(1) - at(-1)) - 9 * (at(2) - at(-2)) + at(3) - at(-3)) / (60 * step);
        }
    }
    return dX;
}
}  // namespace right::by_trying

namespace right::step_by_step
{
Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    const auto d = static_cast<double>(X.shape(1));
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        double m = 0.0;
        double squares = 0.0;
        for (std::size_t c = 0; c < X.shape(1); ++c) m += X(i, c) / d;
        for (std::size_t c = 0; c < X.shape(1); ++c) squares += (X(i, c) - m) * (X(i, c) - m) / d;
        const double r = std::sqrt(squares + 1e-6);
        double dr = 0.0;
        for (std::size_t c = 0; c < X.shape(1); ++c) dr -= gain(c) * dY(i, c) * (X(i, c) - m) / (r * r);
        double dm = 0.0;
        for (std::size_t c = 0; c < X.shape(1); ++c) {
            dX(i, c) = gain(c) * dY(i, c) / r + dr * (X(i, c) - m) / (d * r);
            dm -= dX(i, c);
        }
        for (std::size_t c = 0; c < X.shape(1); ++c) dX(i, c) += dm / d;
    }
    return dX;
}
}  // namespace right::step_by_step

// Like the solution, except where marked.
namespace chapters_norm
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector& from_mean = x;  // <--
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (h - u * (xt::sum(h * u)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace chapters_norm

// Like the solution, except where marked.
namespace divided_twice
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / (r * r);  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace divided_twice

namespace forward_for_back
{
Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix Y = xt::zeros_like(dY);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        const Vector from_mean = centred(row_of(X, i));
        const double r = std::sqrt(xt::sum(from_mean * from_mean)() / static_cast<double>(X.shape(1)) + 1e-6);
        set_row(Y, i, gain * from_mean / r);
    }
    return Y;
}
}  // namespace forward_for_back

// Like the solution, except where marked.
namespace gain_at_the_end
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, gain * row_backward(row_of(X, i), row_of(dY, i)));  // <--
    }
    return dX;
}
}  // namespace gain_at_the_end

// Like the solution, except where marked.
namespace gain_forgotten
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), 0.0 * gain + row_of(dY, i)));  // <--
    }
    return dX;
}
}  // namespace gain_forgotten

// Like the solution, except where marked.
namespace gain_missing_in_means::both
{
Vector row_backward(const Vector& x, const Vector& dy, const Vector& h)  // <--
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (h - xt::sum(dy)() / d - u * (xt::sum(dy * u)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), row_of(dY, i), gain * row_of(dY, i)));  // <--
    }
    return dX;
}
}  // namespace gain_missing_in_means::both

// Like the solution, except where marked.
namespace gain_missing_in_means::of_h
{
Vector row_backward(const Vector& x, const Vector& dy, const Vector& h)  // <--
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (h - xt::sum(dy)() / d - u * (xt::sum(h * u)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), row_of(dY, i), gain * row_of(dY, i)));  // <--
    }
    return dX;
}
}  // namespace gain_missing_in_means::of_h

// Like the solution, except where marked.
namespace gain_missing_in_means::of_h_u
{
Vector row_backward(const Vector& x, const Vector& dy, const Vector& h)  // <--
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(dy * u)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), row_of(dY, i), gain * row_of(dY, i)));  // <--
    }
    return dX;
}
}  // namespace gain_missing_in_means::of_h_u

// Like the solution, except where marked.
namespace gain_twice
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, gain * row_backward(row_of(X, i), gain * row_of(dY, i)));  // <--
    }
    return dX;
}
}  // namespace gain_twice

// Like the solution, except where marked.
namespace mean_forgotten
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (h - u * (xt::sum(h * u)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace mean_forgotten

// Like the solution, except where marked.
namespace nothing_added
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 0.0);  // <--
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace nothing_added

// Like the solution, except where marked.
namespace added_to_the_root
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d) + 1e-6;  // <--
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace added_to_the_root

// Like the solution, except where marked.
namespace not_divided
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d));  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace not_divided

// Like the solution, except where marked.
namespace one_less_than_d
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / (d - 1) + 1e-6);  // <--
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace one_less_than_d

// Like the solution, except where marked.
namespace own_path_alone
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return h / r + 0.0 * u * d;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace own_path_alone

// Like the solution, except where marked.
namespace size_forgotten
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return centred(h) / r + 0.0 * u * d;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace size_forgotten

// Like the solution, except where marked.
namespace sum_under_the_root
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() + 1e-6);  // <--
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace sum_under_the_root

// Like the solution, except where marked.
namespace sums_for_means
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (h - xt::sum(h)() - u * xt::sum(h * u)()) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace sums_for_means

// Like the solution, except where marked.
namespace u_not_divided::anywhere
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector& u = from_mean;  // <--
    return (centred(h) - u * (xt::sum(h * u)() / d)) / r;
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace u_not_divided::anywhere

// Like the solution, except where marked.
namespace u_not_divided::in_front
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - from_mean * (xt::sum(h * u)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace u_not_divided::in_front

// Like the solution, except where marked.
namespace u_not_divided::within
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) - u * (xt::sum(h * from_mean)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace u_not_divided::within

// Like the solution, except where marked.
namespace wrong_sign
{
Vector row_backward(const Vector& x, const Vector& h)
{
    const auto d = static_cast<double>(x.size());
    const Vector from_mean = centred(x);
    const double r = std::sqrt(xt::sum(from_mean * from_mean)() / d + 1e-6);
    const Vector u = from_mean / r;
    return (centred(h) + u * (xt::sum(h * u)() / d)) / r;  // <--
}

Matrix norm_backward(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        set_row(dX, i, row_backward(row_of(X, i), gain * row_of(dY, i)));
    }
    return dX;
}
}  // namespace wrong_sign

}  // namespace attention
