#include "tests/exercises/16_positions/turned_halves/task.hpp"

#include "16_positions/frequency.hpp"
#include "16_positions/rotary.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <functional>

using namespace attention;

namespace
{

/// How a pair turns, and by what angle: given the row, the pair, how many coordinates.
struct Rule {
    std::function<double(std::size_t, std::size_t, std::size_t)> angle;
    double minus = -1.0;       // before the sine in the new x
    double sine = 1.0;         // before both sines
    bool overwritten = false;  // the new y is made from the new x
};

Matrix with(const Rule& rule, const Matrix& X)
{
    const std::size_t half = X.shape(1) / 2;
    Matrix turned = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        for (std::size_t pair = 0; pair < half; ++pair) {
            const double c = std::cos(rule.angle(i, pair, 2 * half));
            const double s = rule.sine * std::sin(rule.angle(i, pair, 2 * half));
            turned(i, pair) = c * X(i, pair) + rule.minus * s * X(i, pair + half);
            const double x = rule.overwritten ? turned(i, pair) : X(i, pair);
            turned(i, pair + half) = s * x + c * X(i, pair + half);
        }
    }
    return turned;
}

double at(std::size_t position, std::size_t pair, std::size_t d)
{
    return static_cast<double>(position) * turn_per_step(pair, d);
}

Rule from(std::size_t first)
{
    return {[=](std::size_t i, std::size_t pair, std::size_t d) { return at(first + i, pair, d); }};
}

Matrix right(const Matrix& X, std::size_t first) { return with(from(first), X); }

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"rotated"}); }

TEST_CASE("three rows of six numbers, the first at place 4")
{
    const Matrix X = {{1, 2, 0, -1, 3, 0.5}, {0, 1, -2, 1, 0.5, 2}, {2, -1, 1, 0, 1, -3}};
    const Rule rule = from(4);
    const auto angles = [&](auto angle) { return with({angle}, X); };
    check::ask(
        {.call = "turned_halves(X, 4), three rows of six numbers",
         .answer = [&] { return turned_halves(X, 4); },
         .expected = right(X, 4),
         .mistakes = {
             {"neighbours_paired", rotated(X, 4),
              "You paired neighbours, as the lesson does. Here coordinate c goes with c + d_k / 2."},
             {"clockwise", with({.angle = rule.angle, .sine = -1.0}, X),
              "You turned the other way around. A pair turns from x to y: the minus belongs to the new x."},
             {"minus_forgotten", with({.angle = rule.angle, .minus = 1.0}, X),
              "Your rows change their lengths. One of the two sines needs a minus: the one in the new x."},
             {"old_x_overwritten", with({.angle = rule.angle, .overwritten = true}, X),
              "You computed the new y from the new x. It needs the old one."},
             {"first_ignored", right(X, 0), "The first row is at `first`, here 4. You counted from 0."},
             {"all_rows_at_first", angles([](std::size_t, std::size_t pair, std::size_t d) { return at(4, pair, d); }),
              "You turned all rows by the same angles. Each row is one place after the one above it."},
             {"one_speed", angles([](std::size_t i, std::size_t, std::size_t) { return static_cast<double>(4 + i); }),
              "You turned all pairs by 1 radian per place. Each pair has a speed of its own."},
             {"too_fast", angles([](std::size_t i, std::size_t pair, std::size_t d) { return at(4 + i, pair, 2 * d); }),
              "The later pairs turn too fast: the speed is 10000^(-2 pair / d_k), and the 2 is missing."},
             {"too_slow", angles([](std::size_t i, std::size_t pair, std::size_t d) { return at(4 + i, pair, d / 2); }),
              "The later pairs turn too slowly: the d of their speed is all of d_k, not half of it."}}});
}

TEST_CASE("one pair, and no row")
{
    const Matrix pair = {{3, 4}};
    check::ask({.call = "turned_halves([[3, 4]], 2)",
                .answer = [&] { return turned_halves(pair, 2); },
                .expected = rotated(pair, 2)});
    const Matrix nothing = xt::zeros<double>({0, 4});
    check::ask({.call = "turned_halves(no rows of four numbers, 3)",
                .answer = [&] { return turned_halves(nothing, 3); },
                .expected = nothing});
}

TEST_CASE("random rows, far from the beginning")
{
    common::Random random(check::seed());
    const Matrix X = random.normal_matrix(5, 8);
    check::ask({.call = "turned_halves(five random rows of eight numbers, 500)",
                .answer = [&] { return turned_halves(X, 500); },
                .expected = right(X, 500),
                .seed = check::seed()});
}
