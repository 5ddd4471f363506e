#include "tests/exercises/10_other_scores/choose_width/task.hpp"

#include "10_other_scores/regression.hpp"

#include "common/blas.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <functional>

using namespace attention;
using check::infinity;

namespace
{

using Scores = std::function<Matrix(const Matrix& Q, const Matrix& K, double width)>;

/// What a point's own score becomes: -infinity hides it.
Matrix with_own(Matrix scores, double own)
{
    for (std::size_t i = 0; i < scores.shape(0); ++i) scores(i, i) = own;
    return scores;
}

/// Guesses for all points, each hidden from itself, where these are the scores.
Vector guesses(const Scores& scores, const Vector& x, const Vector& y, double width)
{
    const Matrix all = with_own(scores(as_column(x), as_column(x), width), -infinity);
    return column_of(attention_from_scores(all, as_column(y)).output, 0);
}

/// One number for each width.
Vector for_each(const Vector& widths, const std::function<double(double)>& error)
{
    Vector errors = xt::zeros_like(widths);
    for (std::size_t k = 0; k < widths.size(); ++k) errors(k) = error(widths(k));
    return errors;
}

Matrix gaussian(const Matrix& Q, const Matrix& K, double width) { return gaussian_scores(Q, K, width); }

Vector right(const Vector& x, const Vector& y, const Vector& widths)
{
    return for_each(widths, [&](double w) { return mean_squared_error(guesses(gaussian, x, y, w), y); });
}

}  // namespace

// Whatever the chapters have may be called: the task says so.

TEST_CASE("five points, three widths")
{
    const Vector x = {-1.5, -0.4, 0.3, 1.1, 2.0};
    const Vector y = {0.7, 2.1, -0.6, 1.4, 3.3};
    const Vector widths = {0.6, 1.7, 0.3};
    const auto by = [&](const Scores& scores) {
        return for_each(widths, [&](double w) { return mean_squared_error(guesses(scores, x, y, w), y); });
    };
    const auto by_error = [&](const std::function<double(const Vector&)>& error) {
        return for_each(widths, [&](double w) {
            const Vector off = guesses(gaussian, x, y, w) - y;
            return error(off);
        });
    };
    const auto all_vote = [&](double w) {
        return column_of(attention_from_scores(gaussian_scores(as_column(x), as_column(x), w), as_column(y)).output, 0);
    };
    const auto struck_out = [&](double w) {
        const Matrix scores = gaussian_scores(as_column(x), as_column(x), w);
        const Matrix weights = with_own(softmax_rows(scores), 0.0);
        return column_of(common::product(weights, as_column(y)), 0);
    };
    const auto places = [&](double w) { return guesses(gaussian, x, x, w); };
    const Scores all_alike = [](const Matrix& Q, const Matrix& K, double) {
        return Matrix(xt::zeros<double>({Q.shape(0), K.shape(0)}));
    };
    const auto against_y = [&](const std::function<Vector(double)>& guess_by) {
        return for_each(widths, [&](double w) { return mean_squared_error(guess_by(w), y); });
    };
    const double first = right(x, y, widths)(0);
    check::ask(
        {.call = "errors_when_hidden(x, y, [0.6, 1.7, 0.3]), five points",
         .answer = [&] { return errors_when_hidden(x, y, widths); },
         .expected = right(x, y, widths),
         .mistakes = {
             {"votes_for_itself", against_y(all_vote),
              "The hidden point has a say in its own guess. A score of 0 does not hide it: it is the best score of all."},
             {"struck_out_afterwards", against_y(struck_out),
              "You removed a point's own weight after softmax. The other weights no longer sum to 1, and each guess comes "
              "out too close to 0."},
             {"places_for_heights", against_y(places),
              "You blended the places of the other points. Their heights are the values."},
             {"places_for_heights", for_each(widths, [&](double w) { return mean_squared_error(places(w), x); }),
              "You guessed the places of the points. Guess their heights."},
             {"farther_is_more",
              by([](const Matrix& Q, const Matrix& K, double w) { return Matrix(-gaussian_scores(Q, K, w)); }),
              "The farthest points count most: the scores lack a minus."},
             {"laplace_for_gaussian",
              by([](const Matrix& Q, const Matrix& K, double w) { return laplace_scores(Q, K, w); }),
              "These are the errors of Laplace's scores. Gaussian ones square the distance."},
             {"half_forgotten",
              by([](const Matrix& Q, const Matrix& K, double w) { return Matrix(2.0 * gaussian_scores(Q, K, w)); }),
              "The half in the Gaussian score is missing."},
             {"width_not_squared",
              by([](const Matrix& Q, const Matrix& K, double w) { return Matrix(w * gaussian_scores(Q, K, w)); }),
              "The distance is squared, and the width is not."},
             {"width_ignored", by(all_alike),
              "You took the plain mean of the others. The nearer a point, the more it counts."},
             {"width_ignored", for_each(widths, [&](double) { return first; }),
              "All errors are those of the first width. Each width has its own."},
             {"errors_without_square", by_error([](const Vector& off) { return xt::mean(xt::abs(off))(); }),
              "You took the mean of the absolute errors. Square them instead."},
             {"errors_make_up", by_error([](const Vector& off) { return xt::mean(off)(); }),
              "Guesses that are too high and too low cancel: square each error."},
             {"errors_make_up", by_error([](const Vector& off) { return xt::mean(off)() * xt::mean(off)(); }),
              "Guesses that are too high and too low cancel: square each error before you take the mean."},
             {"root_taken", by_error([](const Vector& off) { return std::sqrt(xt::mean(off * off)()); }),
              "You took the root of the mean. Return the mean of the squares itself."}}});
}

TEST_CASE("two points at one place")
{
    const Vector x = {0, 1, 1, 2.5};
    const Vector y = {1, 3, 3.5, -1};
    const Vector widths = {0.5, 2};
    const auto no_place_twice = [&](double w) {
        Matrix scores = gaussian_scores(as_column(x), as_column(x), w);
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t j = 0; j < 4; ++j) {
                if (x(i) == x(j)) scores(i, j) = -infinity;
            }
        }
        return mean_squared_error(column_of(attention_from_scores(scores, as_column(y)).output, 0), y);
    };
    check::ask({.call = "errors_when_hidden([0, 1, 1, 2.5], [1, 3, 3.5, -1], [0.5, 2])",
                .answer = [&] { return errors_when_hidden(x, y, widths); },
                .expected = right(x, y, widths),
                .mistakes = {{"hidden_by_its_place", for_each(widths, no_place_twice),
                              "Two points are at the same place, and you hid both of them. Hide a point by its index, "
                              "not by its place."}}});
}

TEST_CASE("so narrow that no point is near")
{
    const Vector x = {0, 1, 3};
    const Vector y = {2, -1, 4};
    const Vector widths = {0.01};
    const char* const sentence =
        "All the bells are 0 here, and you divide 0 by 0. Softmax subtracts the largest score first: the nearest decides.";
    check::ask(
        {.call = "errors_when_hidden([0, 1, 3], [2, -1, 4], [0.01])",
         .answer = [&] { return errors_when_hidden(x, y, widths); },
         .expected = Vector{(9.0 + 9.0 + 25.0) / 3.0},
         .mistakes = {
             {"nothing_near", Vector{check::not_a_number}, sentence},
             {"nothing_near", Vector{(4.0 + 1.0 + 16.0) / 3.0},
              "Where all the bells are 0, you guessed 0. The nearest point decides, however far away it is."},
             {"hidden_by_a_number", Vector{0},
              "You hide a point with a finite score, and it is not low enough: here all other scores are lower."}}});
}

TEST_CASE("the best width")
{
    const Vector x = {-2.0, -1.4, -1.1, -0.5, 0.1, 0.4, 1.2, 1.6, 2.1};
    const Vector y = xt::sin(2.0 * x);
    const Vector widths = {4, 0.05, 0.3, 1.5, 0.45};
    const Vector errors = right(x, y, widths);
    const double best = xt::amin(errors)();
    double worst = widths(0);
    for (std::size_t k = 0; k < widths.size(); ++k) {
        if (errors(k) == xt::amax(errors)()) worst = widths(k);
    }
    check::ask(
        {.call = "best_width(x, y, [4, 0.05, 0.3, 1.5, 0.45])",
         .answer = [&] { return best_width(x, y, widths); },
         .expected = 0.3,
         .mistakes = {
             {"largest_error", worst, "This is the width with the largest error."},
             {"number_of_the_width", 2, "This is the index of the best width, counted from 0. Return the width."},
             {"number_of_the_width", 3, "This is the index of the best width, counted from 1. Return the width."},
             {"error_for_width", best, "This is the smallest error. Return the width that has it."},
             {"first_width", 4, "This is the first width of the list, whatever its error."},
             {"narrowest", 0.05, "This is the narrowest. It looks best only if points may vote for themselves."},
             {"last_width", 0.45,
              "This is the last width of the list. Do you ever compare with the best one so far?"}}});
}

TEST_CASE("a single width, and two points")
{
    const Vector x = {0, 1};
    const Vector y = {5, 2};
    check::ask({.call = "best_width([0, 1], [5, 2], [0.7])",
                .answer = [&] { return best_width(x, y, {0.7}); },
                .expected = 0.7});
}
