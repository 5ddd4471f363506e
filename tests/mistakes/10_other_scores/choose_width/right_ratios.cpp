#include "tests/exercises/10_other_scores/choose_width.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    // Each weight is 1 over the sum of its ratios with the others: nothing overflows to NaN, and nothing is 0 / 0.
    const std::size_t m = x.size();
    const auto square = [](double a) { return a * a; };
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        for (std::size_t i = 0; i < m; ++i) {
            double height = 0.0;
            for (std::size_t j = 0; j < m; ++j) {
                double ratios = 0.0;
                for (std::size_t l = 0; l < m; ++l) {
                    const double gap = square(x(i) - x(j)) - square(x(i) - x(l));
                    if (l != i) ratios += std::exp(gap / (2.0 * square(widths(k))));
                }
                if (j != i) height += y(j) / ratios;
            }
            errors(k) += square(height - y(i));
        }
        errors(k) /= static_cast<double>(m);
    }
    return errors;
}

double best_width(const Vector& x, const Vector& y, const Vector& widths)
{
    double best = widths(0);
    for (const double width : widths) {
        const Vector two = errors_when_hidden(x, y, {best, width});
        if (two(1) < two(0)) best = width;
    }
    return best;
}

}  // namespace attention
