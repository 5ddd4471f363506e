#include "tests/exercises/03_weighted_sum/spread/task.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// sum_j A_j |v_jc - centre_c|^power.
Vector moments(const Vector& weights, const Matrix& V, const Vector& centre, double power = 2.0)
{
    Vector result = xt::zeros<double>({V.shape(1)});
    for (std::size_t c = 0; c < V.shape(1); ++c) {
        for (std::size_t j = 0; j < V.shape(0); ++j)
            result(c) += weights(j) * std::pow(std::abs(V(j, c) - centre(c)), power);
    }
    return result;
}

Vector right(const Vector& weights, const Matrix& V) { return moments(weights, V, weighted_sum(weights, V)); }

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("three values of two coordinates")
{
    const Vector weights = {0.5, 0.3, 0.2};
    const Matrix V = {{1, -2}, {4, 0}, {-3, 7}};
    const Vector output = weighted_sum(weights, V);
    const Vector expected = right(weights, V);
    const Vector alike = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    const Vector ones = {1, 1, 1};
    const Vector squared_weights = weights * weights;
    const Vector zero = {0, 0};
    const Vector nothing = xt::zeros<double>({2});
    const Vector roots = xt::sqrt(expected);
    const Vector thirds = expected / 3.0;
    const Vector sample = expected * 1.5;
    const double total = xt::sum(expected)();
    check::ask(
        {.call = "spread([0.5, 0.3, 0.2], [[1, -2], [4, 0], [-3, 7]])",
         .answer = [&] { return spread(weights, V); },
         .expected = expected,
         .mistakes = {
             {"root_taken", roots,
              "You took the square root. The spread is the average of the squared distances themselves."},
             {"plain_mean", moments(weights, V, weighted_sum(alike, V)),
              "You took the distances from the plain mean. Take them from the output, the weighted mean."},
             {"weights_left_out", moments(ones, V, output),
              "Every distance counted the same. Multiply each by its weight."},
             {"weights_left_out", moments(alike, V, output),
              "Every distance counted the same. Multiply each by its weight."},
             {"unweighted", moments(alike, V, weighted_sum(alike, V)),
              "This is the spread you would get if all weights were equal."},
             {"around_zero", moments(weights, V, zero), "You took the distances from 0. Take them from the output."},
             {"not_squared", moments(weights, V, output, 1.0), "You did not square the distances."},
             {"signs_cancel", nothing,
              "You did not square the distances. Around an average, the positive and the negative ones always cancel."},
             {"weights_squared", moments(squared_weights, V, output),
              "You squared the weight along with the distance."},
             {"divided_again", thirds,
              "You divided by the number of values. The weights sum to 1, so this is an average already."},
             {"sample_correction", sample,
              "Did you divide by m - 1? The weights sum to 1 and these are all the values there are: there is nothing "
              "to correct."},
             {"collapsed", Vector{total}, "You added up the coordinates. Each of them has a spread of its own."},
             {"collapsed", Vector{total, total}, "You added up the coordinates. Each of them has a spread of its own."},
             {"the_output", output, "This is the output itself."}}});
}

TEST_CASE("one value alone, and values that agree")
{
    const Matrix V = {{5, -1, 2}, {5, 3, 2}};
    check::ask({.call = "spread([0, 1], [[5, -1, 2], [5, 3, 2]])",
                .answer = [&] { return spread({0, 1}, V); },
                .expected = Vector{0, 0, 0}});
    check::ask({.call = "spread([0.25, 0.75], [[5, -1, 2], [5, 3, 2]])",
                .answer = [&] { return spread({0.25, 0.75}, V); },
                .expected = Vector{0, 3, 0}});
}

TEST_CASE("values far from 0")
{
    const Matrix V = {{1e8, 1e8 + 2}, {1e8 + 1, 1e8 + 6}};
    const Vector weights = {0.5, 0.5};
    const std::string digits =
        "You took the mean of the squares minus the square of the mean. Both are near 1e16 here, and a double keeps "
        "16 digits, so "
        "nothing is left of their difference. Subtract first, then square.";
    check::ask({.call = "spread([0.5, 0.5], [[1e8, 1e8 + 2], [1e8 + 1, 1e8 + 6]])",
                .answer = [&] { return spread(weights, V); },
                .expected = Vector{0.25, 4},
                .mistakes = {{"digits_lost", Vector{0, 4}, digits},
                             {"digits_lost", Vector{0, 0}, digits},
                             {"digits_lost", Vector{2, 4}, digits}},
                .properties = {check::property("digits_lost", digits, [](const check::Value& v) {
                    return v.cells.size() == 2 && std::abs(v.cells[0] - 0.25) < 0.01 && std::abs(v.cells[1] - 4) < 0.01;
                })}});
}
