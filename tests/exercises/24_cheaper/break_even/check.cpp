#include "tests/exercises/24_cheaper/break_even/task.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <vector>

using namespace attention;

namespace
{

/// A layer as the task has it: what it takes for each pair, for each token with softmax, and for each with linear attention.
struct Layer {
    double a;
    double b;
    double c;

    Clocked over(double n, double disturbed = 1.0) const { return {n, a * n * n + b * n, disturbed * c * n}; }
    double even(double factor) const { return (factor * c - b) / a; }
};

/// Where a power law through both times with softmax crosses `factor` times the line of linear attention.
double by_power_law(const Clocked& s, const Clocked& l, double factor)
{
    const double p = std::log(l.softmax / s.softmax) / std::log(l.n / s.n);
    return l.n * std::pow(factor * l.linear / l.softmax, 1.0 / (p - 1.0));
}

/// Where straight lines through both pairs of times cross.
double by_straight_lines(const Clocked& s, const Clocked& l, double factor)
{
    const double before = s.softmax - factor * s.linear;
    const double after = l.softmax - factor * l.linear;
    return s.n - before * (l.n - s.n) / (after - before);
}

std::vector<check::Mistake> mistakes_of(const Layer& layer, const Clocked& s, const Clocked& l, double factor)
{
    const auto& [a, b, c] = layer;
    const double noisy = s.linear / s.n;
    const double steep = (l.softmax - s.softmax) / (l.n * l.n - s.n * s.n);
    return {
        {"b_forgotten", factor * c * l.n * l.n / l.softmax,
         "You took all of the longer time for a n^2. Part of it is b n: find a and b from both times together."},
        {"b_forgotten", factor * c * s.n * s.n / s.softmax,
         "You took all of the shorter time for a n^2. Part of it is b n: find a and b from both times together."},
        {"b_forgotten", factor * c / a, "b is missing: what is done for each token takes its time with softmax too."},
        {"a_without_b", factor * c / steep,
         "You found a as if both times were a n^2 alone. Divide each time by its n first: that leaves a n + b."},
        {"a_without_b", (factor * c - (s.softmax / s.n - steep * s.n)) / steep,
         "You found a as if both times were a n^2 alone. Divide each time by its n first: that leaves a n + b."},
        {"a_without_b", (factor * c - (l.softmax / l.n - steep * l.n)) / steep,
         "You found a as if both times were a n^2 alone. Divide each time by its n first: that leaves a n + b."},
        {"b_added", (factor * c + b) / a, "The sign of b: from a n + b = factor c, b goes to the other side."},
        {"power_law", by_power_law(s, l, factor),
         "You laid a power law through both times. Here the time is known to be a n^2 + b n, which is none."},
        {"straight_lines", by_straight_lines(s, l, factor),
         "You laid straight lines through the times. Between two lengths a n^2 is no straight line."},
        {"shorter_for_c", (factor * noisy - b) / a,
         "You took c from the shorter text. The task asks for the longer one."},
        {"mean_for_c", (factor * (noisy + c) / 2.0 - b) / a,
         "You took c from both texts. The task asks for the longer one alone."},
        {"c_not_divided", (factor * l.linear - b) / a, "c is the time for one token: divide by n."},
        {"factor_ignored", (c - b) / a, "The factor changes nothing in your answer."},
        {"factor_on_softmax", (c / factor - b) / a,
         "Your factor is on the wrong side: linear attention is faster, so its time is multiplied to reach the other."},
        {"factor_on_the_answer", factor * (c - b) / a,
         "You multiplied the point where they are even by the factor. The factor belongs to c alone, b stays as it is."}};
}

}  // namespace

// Everything in the chapters may be called: none of it does what this exercise asks.

TEST_CASE("even")
{
    const Layer layer = {.a = 2e-6, .b = 1e-3, .c = 3e-3};
    const Clocked s = layer.over(500, 1.25);
    const Clocked l = layer.over(2000);
    check::ask({.call = "break_even({500, 1, 1.875}, {2000, 10, 6}, 1)",
                .answer = [&] { return break_even(s, l, 1.0); },
                .expected = layer.even(1.0),
                .mistakes = mistakes_of(layer, s, l, 1.0)});
}

TEST_CASE("twice as fast, and three times")
{
    const Layer layer = {.a = 2e-6, .b = 1e-3, .c = 3e-3};
    const Clocked s = layer.over(500, 1.25);
    const Clocked l = layer.over(2000);
    check::ask({.call = "break_even({500, 1, 1.875}, {2000, 10, 6}, 2)",
                .answer = [&] { return break_even(s, l, 2.0); },
                .expected = layer.even(2.0),
                .mistakes = mistakes_of(layer, s, l, 2.0)});
    const Layer other = {.a = 5e-6, .b = 4e-3, .c = 7e-3};
    const Clocked s2 = other.over(300, 0.9);
    const Clocked l2 = other.over(700);
    check::ask({.call = "break_even({300, 1.65, 1.89}, {700, 5.25, 4.9}, 3)",
                .answer = [&] { return break_even(s2, l2, 3.0); },
                .expected = other.even(3.0),
                .mistakes = mistakes_of(other, s2, l2, 3.0)});
}

TEST_CASE("slower by the same for both")
{
    const Layer layer = {.a = 2e-6, .b = 1e-3 + 2e-3, .c = 3e-3 + 2e-3};
    const Clocked s = layer.over(500);
    const Clocked l = layer.over(2000);
    check::ask({.call = "break_even({500, 2, 2.5}, {2000, 14, 10}, 1)",
                .answer = [&] { return break_even(s, l, 1.0); },
                .expected = 1000.0,
                .mistakes = mistakes_of(layer, s, l, 1.0)});
    check::ask({.call = "break_even({500, 2, 2.5}, {2000, 14, 10}, 2)",
                .answer = [&] { return break_even(s, l, 2.0); },
                .expected = 3500.0,
                .mistakes = mistakes_of(layer, s, l, 2.0)});
}

TEST_CASE("from the first token on")
{
    const Layer layer = {.a = 4e-6, .b = 3e-3, .c = 2.5e-3};
    check::ask({.call = "break_even({1000, 7, 2.5}, {2000, 22, 5}, 1)",
                .answer = [&] { return break_even(layer.over(1000), layer.over(2000), 1.0); },
                .expected = 1.0,
                .mistakes = {{"below_one_token", layer.even(1.0),
                              "That is less than one token: linear attention is faster from the start. Return 1 then."},
                             {"zero_for_one", 0.0, "A text has at least one token: return 1, not 0."}}});
}
