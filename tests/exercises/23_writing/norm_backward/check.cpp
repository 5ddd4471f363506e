#include "tests/exercises/23_writing/norm_backward/task.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

using namespace attention;

namespace
{

/// How the way back may depart from the right one.
struct Departure {
    bool centred = true;      ///< the mean is subtracted on the way forward
    bool through_m = true;    ///< and its path is gone back
    bool through_s = true;    ///< the path through the size is gone back
    bool means = true;        ///< and not sums, on the way back
    bool gain_before = true;  ///< the gain comes in first
    bool gain_after = false;  ///< it comes in last
    bool gain_in_m = true;    ///< where it comes in first, it is in what goes through m
    bool gain_in_s = true;    ///< and in what goes through the size
    double sign = -1.0;       ///< of what the path through r brings
    double power = 1.0;       ///< of r, below
    double u_power = 1.0;     ///< of r in u
    double fewer = 0.0;       ///< than d numbers, under the root
    double under = 1e-6;      ///< what is added under the root
    double outside = 0.0;     ///< what is added to the root
};

double mean_of(const Vector& x)
{
    double sum = 0.0;
    for (const double number : x) sum += number;
    return sum / static_cast<double>(x.size());
}

/// What moving x_i by a little does to the loss by way of u_j, before it is divided by r: the whole Jacobian has
/// du_j / dx_i = (1 if i = j, less 1/d, less u_i u_j / d) / r.
double change(double itself, double u_i_u_j, double gain, double dy, double share, const Departure& way)
{
    const double h = dy * (way.gain_before ? gain : 1.0);
    double sum = itself * h;
    if (way.through_m) sum -= share * (way.gain_in_m ? h : dy);
    if (way.through_s) sum += way.sign * share * u_i_u_j * (way.gain_in_s ? h : dy);
    return sum;
}

/// A row of the answer.
Vector back(const Vector& x, const Vector& gain, const Vector& dy, const Departure& way)
{
    const auto d = static_cast<double>(x.size());
    const double m = way.centred ? mean_of(x) : 0.0;
    double squares = 0.0;
    for (const double number : x) squares += (number - m) * (number - m);
    const double r = std::sqrt(squares / (d - way.fewer) + way.under) + way.outside;
    const Vector u = (x - m) / std::pow(r, way.u_power);
    const double share = way.means ? 1.0 / d : 1.0;
    Vector dx = xt::zeros_like(x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = 0; j < x.size(); ++j)
            dx(i) += change(i == j ? 1.0 : 0.0, u(i) * u(j), gain(j), dy(j), share, way) / std::pow(r, way.power);
        if (way.gain_after) dx(i) *= gain(i);
    }
    return dx;
}

Matrix right(const Matrix& X, const Vector& gain, const Matrix& dY, const Departure& way = {})
{
    Matrix dX = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) set_row(dX, i, back(row_of(X, i), gain, row_of(dY, i), way));
    return dX;
}

/// The norm itself, without its shift.
Matrix forward(const Matrix& X, const Vector& gain)
{
    Matrix Y = xt::zeros_like(X);
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        const Vector x = row_of(X, i);
        const double m = mean_of(x);
        double squares = 0.0;
        for (const double number : x) squares += (number - m) * (number - m);
        const double r = std::sqrt(squares / static_cast<double>(x.size()) + 1e-6);
        for (std::size_t c = 0; c < x.size(); ++c) Y(i, c) = gain(c) * (x(c) - m) / r;
    }
    return Y;
}

std::vector<check::Mistake> mistakes_of(const Matrix& X, const Vector& gain, const Matrix& dY)
{
    const auto given = [&](const Departure& way) { return right(X, gain, dY, way); };
    return {
        {"chapters_norm", given({.centred = false, .through_m = false}),
         "This is the way back through the chapter's norm. The layer norm subtracts the mean first."},
        {"mean_forgotten", given({.through_m = false}),
         "The path through the mean m is missing: x_i is part of m, and m is part of every u_j. What comes back to a row must "
         "sum to 0."},
        {"size_forgotten", given({.through_s = false}),
         "The path through the size r is missing: x_i is part of r, and every u_j is divided by r."},
        {"own_path_alone", given({.through_m = false, .through_s = false}),
         "You went back through u_i alone, as if m and r did not depend on x. They do, on every number of the row."},
        {"gain_forgotten", given({.gain_before = false}), "The gain is missing: what arrives at u is gain * dy."},
        {"gain_missing_in_means", given({.gain_in_m = false, .gain_in_s = false}),
         "The gain is missing in both means. They are means of h and of h u, and h is gain * dy."},
        {"gain_missing_in_means", given({.gain_in_m = false}),
         "The gain is missing in the mean of h, where h is gain * dy."},
        {"gain_missing_in_means", given({.gain_in_s = false}),
         "The gain is missing in the mean of h u, where h is gain * dy."},
        {"gain_at_the_end", given({.gain_before = false, .gain_after = true}),
         "You multiplied by the gain at the end. On the way forward it comes last, so on the way back it comes first."},
        {"gain_twice", given({.gain_after = true}), "You multiplied by the gain twice."},
        {"sums_for_means", given({.means = false}),
         "You took sums over the row where the formula has means: divide by d."},
        {"wrong_sign", given({.sign = 1.0}),
         "What the path through r brings has the wrong sign: a larger r makes u smaller."},
        {"not_divided", given({.power = 0.0}), "It is not divided by r yet."},
        {"divided_twice", given({.power = 2.0}),
         "You divided by r once too often. Is it the variance that you divide by?"},
        {"u_not_divided", given({.u_power = 0.0}),
         "In the path through r you used x - m in place of u. u is what came out: divided by r."},
        {"u_not_divided", given({.u_power = 0.5}),
         "u comes twice in the path through r: before the mean, and within it. One of the two is x - m in your answer, not "
         "divided by r."},
        {"one_less_than_d", given({.fewer = 1.0}),
         "You divided the squares by d - 1, as one does for a sample. The norm takes their plain mean."},
        {"sum_under_the_root", given({.fewer = static_cast<double>(X.shape(1)) - 1.0}),
         "r is the root of the sum of the squares in your answer. It should be the root of their mean."},
        {"nothing_added", given({.under = 0.0}), "You left out the 0.000001 that is added under the root.", 1e-10},
        {"added_to_the_root", given({.under = 0.0, .outside = 1e-6}),
         "You added 0.000001 to the root. It belongs under it.", 1e-10},
        {"forward_for_back", forward(X, gain),
         "This is the way forward: y without its shift. The way back is asked for."}};
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"central_differences"}); }

TEST_CASE("one word of four numbers")
{
    const Matrix X = {{2, -1, 4, 1}};
    const Vector gain = {1, 2, -0.5, 3};
    const Matrix dY = {{0.5, 1, -2, 0.25}};
    check::ask({.call = "norm_backward([[2, -1, 4, 1]], [1, 2, -0.5, 3], [[0.5, 1, -2, 0.25]])",
                .answer = [&] { return norm_backward(X, gain, dY); },
                .expected = right(X, gain, dY),
                .mistakes = mistakes_of(X, gain, dY)});
}

TEST_CASE("three words of five numbers")
{
    const Matrix X = {{1, 0, 2, -1, 3}, {0.5, 4, 4, -2, 1}, {10, 11, 9, 10, 15}};
    const Vector gain = {1, 0, 2, -1, 0.5};
    const Matrix dY = {{1, 2, 0, -1, 1}, {-1, 0.5, 3, 1, 2}, {0, 1, 1, 4, -2}};
    check::ask({.call = "norm_backward(three words of five numbers)",
                .answer = [&] { return norm_backward(X, gain, dY); },
                .expected = right(X, gain, dY),
                .mistakes = mistakes_of(X, gain, dY)});
}

TEST_CASE("a word whose numbers are all the same")
{
    const Matrix X = {{3, 3, 3}, {1, 2, 4}};
    const Vector gain = {1, 1, 2};
    const Matrix dY = {{1, 0, -1}, {0, 1, 0}};
    check::ask({.call = "norm_backward([[3, 3, 3], [1, 2, 4]], [1, 1, 2], [[1, 0, -1], [0, 1, 0]])",
                .answer = [&] { return norm_backward(X, gain, dY); },
                .expected = right(X, gain, dY)});
}

TEST_CASE("random words")
{
    common::Random random(check::seed());
    const Matrix X = 2.0 * random.normal_matrix(7, 16) + 1.0;
    const Vector gain = random.normal_vector(16);
    const Matrix dY = random.normal_matrix(7, 16);
    check::ask({.call = "norm_backward(7 random words of 16 numbers)",
                .answer = [&] { return norm_backward(X, gain, dY); },
                .expected = right(X, gain, dY),
                .mistakes = mistakes_of(X, gain, dY),
                .seed = check::seed()});
}

TEST_CASE("no words")
{
    check::ask({.call = "norm_backward(no words of three numbers)",
                .answer = [] { return norm_backward(xt::zeros<double>({0, 3}), {1, 1, 1}, xt::zeros<double>({0, 3})); },
                .expected = Matrix(xt::zeros<double>({0, 3}))});
}
