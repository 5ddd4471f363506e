#include "tests/exercises/14_gradients/back_to_temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

namespace
{

/// How the way back may depart from the right one.
struct Departure {
    double sharpened = 0.0;  ///< the weights are softmax(s / sharpened) where it is not 0
    bool plain_mean = false;
    bool no_mean = false;
    bool diagonal = false;
    bool no_scores = false;
    double sign = -1.0;
    double power = 2.0;  ///< of T, below
};

double back(const Vector& scores, double T, const Vector& dA, const Departure& way = {})
{
    const Vector A = softmax(scores / (way.sharpened == 0.0 ? T : way.sharpened));
    double mean = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j)
        mean += (way.plain_mean ? 1.0 / static_cast<double>(A.size()) : A(j)) * dA(j);
    double sum = 0.0;
    for (std::size_t j = 0; j < A.size(); ++j) {
        const double dz = way.diagonal ? A(j) * (1.0 - A(j)) * dA(j) : A(j) * (dA(j) - (way.no_mean ? 0.0 : mean));
        sum += way.sign * dz * (way.no_scores ? 1.0 : scores(j)) / std::pow(T, way.power);
    }
    return sum;
}

/// Two departures at once are named by the first.
void add(std::vector<check::Mistake>& mistakes, const Vector& scores, double T, const Vector& dA,
         const std::string& key, Departure way, const std::string& sentence)
{
    mistakes.push_back({key, back(scores, T, dA, way), sentence});
    const std::string too = sentence + " There is more: check the sign and the power of T, too.";
    for (const double sign : {-1.0, 1.0}) {
        for (const double power : {0.0, 1.0, 2.0}) {
            way.sign = sign;
            way.power = power;
            mistakes.push_back({key, back(scores, T, dA, way), too});
        }
    }
}

std::vector<check::Mistake> mistakes_of(const Vector& scores, double T, const Vector& dA)
{
    std::vector<check::Mistake> all = {
        {"sign_lost", back(scores, T, dA, {.sign = 1.0}), "The sign: the derivative of 1 / T is -1 / T^2."},
        {"divided_once", back(scores, T, dA, {.power = 1.0}),
         "You divided by T. The derivative of s / T with respect to T has T^2 in the denominator."},
        {"not_divided", back(scores, T, dA, {.power = 0.0}),
         "T^2 is missing: the derivative of s / T with respect to T is -s / T^2."},
        {"one_over_t", back(scores, T, dA, {.sign = 1.0, .power = 0.0}), "This is the gradient with respect to 1 / T."},
        {"sign_and_power", back(scores, T, dA, {.sign = 1.0, .power = 1.0}),
         "Two things: the sign is wrong, and you divided by T. The derivative of s / T is -s / T^2."},
        {"t_cubed", back(scores, T, dA, {.power = 3.0}),
         "You divided by T once too often. The derivative of s / T is -s / T^2."}};
    const auto too = [&](const std::string& key, const Departure& way, const std::string& sentence) {
        add(all, scores, T, dA, key, way, sentence);
    };
    too("weights_without_t", {.sharpened = 1.0}, "Your weights are softmax(s). They must be softmax(s / T).");
    too("weights_at_one_over_t", {.sharpened = 1.0 / T}, "Your weights are softmax(s T). They must be softmax(s / T).");
    too("no_sum_in_softmax", {.no_mean = true},
        "The mean of dA is missing: a score moves all the weights, not only its own.");
    too("plain_mean", {.plain_mean = true},
        "You subtracted the plain mean of dA. It has to be the mean by the weights.");
    too("diagonal_only", {.diagonal = true},
        "You used only the diagonal of the Jacobian. A score moves all the weights.");
    const std::string scores_needed = "Each z_j = s_j / T changes with T by its own score. Where is s_j?";
    too("scores_forgotten", {.no_mean = true, .no_scores = true}, scores_needed);
    all.push_back({"scores_forgotten", 0.0,
                   "The numbers that come back to the z_j sum to 0 unless each is multiplied. " + scores_needed});
    return all;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"central_differences"}); }

TEST_CASE("three scores, T = 2")
{
    const Vector scores = {2, -1, 0.5};
    const Vector dA = {0.3, 1.2, -0.7};
    check::ask({.call = "back_to_temperature([2, -1, 0.5], 2, [0.3, 1.2, -0.7])",
                .answer = [&] { return back_to_temperature(scores, 2.0, dA); },
                .expected = back(scores, 2.0, dA),
                .mistakes = mistakes_of(scores, 2.0, dA)});
}

TEST_CASE("weights made at the right temperature")
{
    const Vector scores = {3, 1, 0};
    const Vector dA = {1, -1, 2};
    check::ask({.call = "back_to_temperature([3, 1, 0], 0.5, [1, -1, 2])",
                .answer = [&] { return back_to_temperature(scores, 0.5, dA); },
                .expected = back(scores, 0.5, dA),
                .mistakes = mistakes_of(scores, 0.5, dA)});
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
