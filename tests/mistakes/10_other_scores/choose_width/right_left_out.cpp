#include "tests/exercises/10_other_scores/choose_width.hpp"

#include "10_other_scores/regression.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    const std::size_t m = x.size();
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t i = 0; i < m; ++i) {
        Vector other_x = xt::zeros<double>({m - 1});
        Vector other_y = xt::zeros<double>({m - 1});
        for (std::size_t j = 0; j + 1 < m; ++j) {
            other_x(j) = x(j < i ? j : j + 1);
            other_y(j) = y(j < i ? j : j + 1);
        }
        for (std::size_t k = 0; k < widths.size(); ++k) {
            const Score score = [&](const Matrix& Q, const Matrix& K) { return gaussian_scores(Q, K, widths(k)); };
            const double off = guess(score, other_x, other_y, {x(i)})(0) - y(i);
            errors(k) += off * off / static_cast<double>(m);
        }
    }
    return errors;
}

double best_width(const Vector& x, const Vector& y, const Vector& widths)
{
    const Vector errors = errors_when_hidden(x, y, widths);
    const auto best = std::min_element(errors.begin(), errors.end());
    return widths(static_cast<std::size_t>(best - errors.begin()));
}

}  // namespace attention
