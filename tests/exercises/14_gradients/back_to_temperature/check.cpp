#include "tests/exercises/14_gradients/back_to_temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>

using namespace attention;

namespace
{

/// With a rule for what each key adds.
template <class Part>
double summed(const Vector& scores, double T, const Vector& dA, Part part)
{
    const Vector A = softmax(scores / T);
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) mean += A(j) * dA(j);
    double sum = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) sum += part(A(j), dA(j), mean, scores(j));
    return sum;
}

double right(const Vector& scores, double T, const Vector& dA)
{
    return summed(scores, T, dA,
                  [&](double a, double da, double mean, double s) { return -a * (da - mean) * s / (T * T); });
}

}  // namespace

TEST_CASE("three scores, T = 2")
{
    const Vector scores = {2, -1, 0.5};
    const Vector dA = {0.3, 1.2, -0.7};
    const auto with = [&](auto part) { return summed(scores, 2.0, dA, part); };
    check::ask(
        {.call = "back_to_temperature([2, -1, 0.5], 2, [0.3, 1.2, -0.7])",
         .answer = [&] { return back_to_temperature(scores, 2.0, dA); },
         .expected = right(scores, 2.0, dA),
         .mistakes = {
             {"no_sum_in_softmax", with([](double a, double da, double, double s) { return -a * da * s / 4; }),
              "The mean of dA is missing: a score moves all weights, not only its own."},
             {"diagonal_only", with([](double a, double da, double, double s) { return -a * (1 - a) * da * s / 4; }),
              "You took the diagonal of the Jacobian only. A score moves all weights."},
             {"sign_lost", with([](double a, double da, double mean, double s) { return a * (da - mean) * s / 4; }),
              "The sign: the derivative of 1 / T is -1 / T^2."},
             {"divided_once", with([](double a, double da, double mean, double s) { return -a * (da - mean) * s / 2; }),
              "You divided by T. The derivative of s / T with respect to T has T^2 below."},
             {"not_divided", with([](double a, double da, double mean, double s) { return -a * (da - mean) * s; }),
              "T^2 is missing: the derivative of s / T with respect to T is -s / T^2."},
             {"scores_forgotten", with([](double a, double da, double mean, double) { return -a * (da - mean) / 4; }),
              "Each z_j = s_j / T changes with T by its own score. Where is s_j?"},
             {"one_over_t", with([](double a, double da, double mean, double s) { return a * (da - mean) * s; }),
              "This is the gradient with respect to 1 / T."}}});
}

TEST_CASE("weights made at the right temperature")
{
    const Vector scores = {3, 1, 0};
    const Vector dA = {1, -1, 2};
    const double cold =
        -summed(scores, 1.0, dA, [](double a, double da, double mean, double s) { return a * (da - mean) * s; }) / 0.25;
    check::ask({.call = "back_to_temperature([3, 1, 0], 0.5, [1, -1, 2])",
                .answer = [&] { return back_to_temperature(scores, 0.5, dA); },
                .expected = right(scores, 0.5, dA),
                .mistakes = {{"weights_without_t", cold, "Your weights are softmax(s). They must be those at T."}}});
}

TEST_CASE("the same dA for all, and one key alone: nothing changes")
{
    check::ask({.call = "back_to_temperature([3, 1, 0], 1, [2, 2, 2])",
                .answer = [] { return back_to_temperature({3, 1, 0}, 1.0, {2, 2, 2}); },
                .expected = 0.0});
    check::ask({.call = "back_to_temperature([7], 3, [5])",
                .answer = [] { return back_to_temperature(Vector({7}), 3.0, Vector({5})); },
                .expected = 0.0});
}
