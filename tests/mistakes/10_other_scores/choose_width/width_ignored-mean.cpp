#include "tests/exercises/10_other_scores/choose_width.hpp"

#include "10_other_scores/regression.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = xt::zeros<double>({x.size(), x.size()});
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(y)), 0);
        errors(k) = mean_squared_error(guesses, y);
    }
    return errors;
}

double best_width(const Vector& x, const Vector& y, const Vector& widths)
{
    const Vector errors = errors_when_hidden(x, y, widths);
    std::size_t best = 0;
    for (std::size_t k = 1; k < widths.size(); ++k) {
        if (errors(k) < errors(best)) best = k;
    }
    return widths(best);
}

}  // namespace attention
