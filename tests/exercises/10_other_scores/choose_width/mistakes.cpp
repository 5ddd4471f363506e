// Exercise 10.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/10_other_scores/choose_width/task.hpp"

#include "10_other_scores/regression.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

namespace right::left_out
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
}  // namespace right::left_out

namespace right::ratios
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
}  // namespace right::ratios

// Like the solution, except where marked.
namespace right::weights
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);                                        // <--
        const Vector guesses = column_of(common::product(weights, as_column(y)), 0);  // <--
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
}  // namespace right::weights

// Like right::weights, except where marked.
namespace constant_factor
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(y)), 0);
        errors(k) = mean_squared_error(guesses, y) * static_cast<double>(x.size());  // <--
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
}  // namespace constant_factor

// Like right::weights, except where marked.
namespace error_for_width
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
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
    return errors(best);  // <--
}
}  // namespace error_for_width

// Like right::weights, except where marked.
namespace errors_make_up::plain
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(y)), 0);
        errors(k) = xt::mean(guesses - y)();  // <--
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
}  // namespace errors_make_up::plain

// Like right::weights, except where marked.
namespace errors_make_up::squared
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(y)), 0);
        errors(k) = std::pow(xt::mean(guesses - y)(), 2);  // <--
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
}  // namespace errors_make_up::squared

// Like right::weights, except where marked.
namespace errors_without_square
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(y)), 0);
        errors(k) = xt::mean(xt::abs(guesses - y))();  // <--
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
}  // namespace errors_without_square

// Like right::weights, except where marked.
namespace farther_is_more
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = -gaussian_scores(as_column(x), as_column(x), widths(k));  // <--
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
}  // namespace farther_is_more

// Like right::weights, except where marked.
namespace first_width
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
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
    return widths(0);  // <--
}
}  // namespace first_width

// Like right::weights, except where marked.
namespace half_forgotten
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = 2.0 * gaussian_scores(as_column(x), as_column(x), widths(k));  // <--
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
}  // namespace half_forgotten

// Like right::weights, except where marked.
namespace hidden_by_a_number
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -1000.0;  // <--
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
}  // namespace hidden_by_a_number

// Like right::weights, except where marked.
namespace hidden_by_its_place
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) {                                        // <--
            for (std::size_t j = 0; j < x.size(); ++j) {                                    // <--
                if (x(i) == x(j)) scores(i, j) = -std::numeric_limits<double>::infinity();  // <--
            }  // <--
        }  // <--
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
}  // namespace hidden_by_its_place

// Like right::weights, except where marked.
namespace laplace_for_gaussian
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = laplace_scores(as_column(x), as_column(x), widths(k));  // <--
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
}  // namespace laplace_for_gaussian

// Like right::weights, except where marked.
namespace largest_error
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
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
        if (errors(k) > errors(best)) best = k;  // <--
    }
    return widths(best);
}
}  // namespace largest_error

// Like right::weights, except where marked.
namespace last_width
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
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
        if (errors(k) < errors(0)) best = k;  // <--
    }
    return widths(best);
}
}  // namespace last_width

// Like right::weights, except where marked.
namespace narrowest
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
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
    return xt::amin(widths)();  // <--
}
}  // namespace narrowest

// Like right::weights, except where marked.
namespace nothing_near::guarded
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = xt::exp(scores);                                     // <--
        for (std::size_t i = 0; i < x.size(); ++i) {                          // <--
            double sum = 1e-300;                                              // <--
            for (std::size_t j = 0; j < x.size(); ++j) sum += weights(i, j);  // <--
            for (std::size_t j = 0; j < x.size(); ++j) weights(i, j) /= sum;  // <--
        }  // <--
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
}  // namespace nothing_near::guarded

// Like right::weights, except where marked.
namespace nothing_near::plain
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = xt::exp(scores);                                     // <--
        for (std::size_t i = 0; i < x.size(); ++i) {                          // <--
            double sum = 0.0;                                                 // <--
            for (std::size_t j = 0; j < x.size(); ++j) sum += weights(i, j);  // <--
            for (std::size_t j = 0; j < x.size(); ++j) weights(i, j) /= sum;  // <--
        }  // <--
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
}  // namespace nothing_near::plain

// Like right::weights, except where marked.
namespace number_of_the_width::from_one
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
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
    return static_cast<double>(best + 1);  // <--
}
}  // namespace number_of_the_width::from_one

// Like right::weights, except where marked.
namespace number_of_the_width::plain
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
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
    return static_cast<double>(best);  // <--
}
}  // namespace number_of_the_width::plain

// Like right::weights, except where marked.
namespace places_for_heights::guessed
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(x)), 0);  // <--
        errors(k) = mean_squared_error(guesses, x);                                   // <--
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
}  // namespace places_for_heights::guessed

// Like right::weights, except where marked.
namespace places_for_heights::plain
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(x)), 0);  // <--
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
}  // namespace places_for_heights::plain

// Like right::weights, except where marked.
namespace root_taken
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        const Vector guesses = column_of(common::product(weights, as_column(y)), 0);
        errors(k) = std::sqrt(mean_squared_error(guesses, y));  // <--
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
}  // namespace root_taken

// Like right::weights, except where marked.
namespace struck_out_afterwards
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        // <-- without: for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
        Matrix weights = softmax_rows(scores);
        for (std::size_t i = 0; i < x.size(); ++i) weights(i, i) = 0.0;  // <--
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
}  // namespace struck_out_afterwards

// Like right::weights, except where marked.
namespace votes_for_itself::plain
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        // <-- without: for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = -std::numeric_limits<double>::infinity();
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
}  // namespace votes_for_itself::plain

// Like right::weights, except where marked.
namespace votes_for_itself::smallest_double
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = std::numeric_limits<double>::min();  // <--
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
}  // namespace votes_for_itself::smallest_double

// Like right::weights, except where marked.
namespace votes_for_itself::zero
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        for (std::size_t i = 0; i < x.size(); ++i) scores(i, i) = 0.0;  // <--
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
}  // namespace votes_for_itself::zero

// Like right::weights, except where marked.
namespace width_ignored::mean
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = xt::zeros<double>({x.size(), x.size()});  // <--
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
}  // namespace width_ignored::mean

// Like right::weights, except where marked.
namespace width_ignored::plain
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(0));  // <--
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
}  // namespace width_ignored::plain

// Like right::weights, except where marked.
namespace width_not_squared
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = widths(k) * gaussian_scores(as_column(x), as_column(x), widths(k));  // <--
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
}  // namespace width_not_squared

// Like right::weights, except where marked.
namespace exception::one_value_too_few
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k));
        Matrix weights = attention_from_scores(scores, as_column(xt::view(y, xt::range(1, y.size())))).weights;  // <--
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
}  // namespace exception::one_value_too_few

// Like right::weights, except where marked.
namespace undiagnosed::slip
{
Vector errors_when_hidden(const Vector& x, const Vector& y, const Vector& widths)
{
    Vector errors = xt::zeros<double>({widths.size()});
    for (std::size_t k = 0; k < widths.size(); ++k) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), widths(k) + 0.1);  // <--
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
}  // namespace undiagnosed::slip

}  // namespace attention
