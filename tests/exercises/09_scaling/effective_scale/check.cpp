#include "tests/exercises/09_scaling/effective_scale/task.hpp"

#include "02_softmax/softmax.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>

using namespace attention;
using check::infinity;
using check::not_a_number;

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("two keys")
{
    const double c = 1.0 / std::sqrt(5.0);
    const Vector scores = {3, 1};
    const Vector weights = softmax(c * scores);
    const double ratio = weights(0) / weights(1);
    check::ask(
        {.call = "effective_scale([3, 1], softmax([3, 1] / sqrt(5)))",
         .answer = [&] { return effective_scale(scores, weights); },
         .expected = c,
         .mistakes = {
             {"divisor_for_factor", 1.0 / c,
              "This is what the scores were divided by. Return the factor, 1 over that."},
             {"upside_down", -c,
              "The sign is wrong: here the larger score has the larger weight, so the factor is positive. Take the "
              "weights and the scores in the same order."},
             {"ratio_without_logarithm", ratio / 2.0,
              "You divided the ratio of the weights. It is e to the c (s_1 - s_2): take its logarithm first."},
             {"difference_of_weights", (weights(0) - weights(1)) / 2.0,
              "You took the difference of the weights. The sum they share cancels in a ratio, not in a difference."},
             {"difference_forgotten", c * 2.0,
              "You did not divide by the difference of the two scores. Scores further apart differ more at the same scale."},
             {"one_weight_alone", std::log(weights(0)) / 3.0,
              "You used only one weight. It still contains the sum over all keys; in a ratio of two, the sum cancels."},
             {"ratio_of_scores", std::log(ratio) / 3.0,
              "You divided by the ratio of the scores. Logarithms of ratios belong to differences: s_1 - s_2."},
             {"another_base", c / std::log(2.0),
              "Your logarithm has base 2. Softmax is made of powers of e: use the natural one."},
             {"another_base", c / std::log(10.0),
              "Your logarithm has base 10. Softmax is made of powers of e: use the natural one."},
             {"d_k_for_scale", 5.0, "You found d_k. Return the factor, 1 over its square root."}}});
}

TEST_CASE("scores multiplied, not divided; and with the sign turned round")
{
    for (const double c : {2.2360679774997896, -0.5}) {
        const Vector scores = {0.5, 2, 1};
        check::ask(
            {.call = c > 0 ? "effective_scale([0.5, 2, 1], softmax([0.5, 2, 1] * sqrt(5)))"
                           : "effective_scale([0.5, 2, 1], softmax([-0.25, -1, -0.5]))",
             .answer = [&] { return effective_scale(scores, softmax(c * scores)); },
             .expected = c,
             .mistakes = {{"always_positive", std::abs(c),
                           "Here the smaller scores have the larger weights, so the factor is negative: somebody "
                           "got the sign wrong. Return it with its sign."}}});
    }
}

TEST_CASE("weights that do not sum to 1")
{
    const Vector scores = {2, 0, -1};
    const Vector weights = softmax(0.5 * scores) / 2.0;
    check::ask(
        {.call = "effective_scale([2, 0, -1], softmax([1, 0, -0.5]) / 2)",
         .answer = [&] { return effective_scale(scores, weights); },
         .expected = 0.5,
         .mistakes = {
             {"sum_taken_for_granted", 0.5 * 0.5,
              "Here the weights were divided as well. In a ratio of two weights that cancels, just as the sum does."}}});
}

TEST_CASE("equal scores tell you nothing")
{
    const Vector scores = {3, 3, 0, 3};
    const char* const equal =
        "Equal scores give equal weights at any scale: 0 / 0. Look for two keys whose scores differ.";
    check::ask({.call = "effective_scale([3, 3, 0, 3], softmax([3, 3, 0, 3] * 0.3))",
                .answer = [&] { return effective_scale(scores, softmax(0.3 * scores)); },
                .expected = 0.3,
                .mistakes = {{"equal_scores_used", not_a_number, equal},
                             {"equal_scores_used", 0.0, equal},
                             {"equal_scores_used", infinity, equal}}});
}

TEST_CASE("weights of 0 and scores of -infinity tell you nothing")
{
    const Vector scores = {-infinity, -1e6, 4, -infinity, 1, -1e7};
    const char* const lost =
        "You used a weight of 0, from rounding or from a hidden key. Its logarithm is useless: look for two keys with "
        "weights above 0.";
    check::ask({.call = "effective_scale([-infinity, -1e6, 4, -infinity, 1, -1e7], weights)",
                .answer = [&] { return effective_scale(scores, softmax(0.3 * scores)); },
                .expected = 0.3,
                .mistakes = {{"lost_weights_used", infinity, lost},
                             {"lost_weights_used", not_a_number, lost},
                             {"lost_weights_used", 0.0, lost}}});
}

TEST_CASE("nothing to measure")
{
    const char* const made_up =
        "No pair of keys tells you anything here, so the number you returned is made up. Return NaN.";
    for (const Vector& scores : {Vector{2}, Vector{1, 1, 1}, Vector{0, -1e9, -1e9}}) {
        check::ask({.call = scores.size() == 1 ? "effective_scale([2], [1])"
                            : scores(1) == 1.0 ? "effective_scale([1, 1, 1], [1/3, 1/3, 1/3])"
                                               : "effective_scale([0, -1e9, -1e9], [1, 0, 0])",
                    .answer = [&] { return effective_scale(scores, softmax(scores)); },
                    .expected = not_a_number,
                    .mistakes = {{"made_up", 0.0, made_up},
                                 {"made_up", 1.0, made_up},
                                 {"made_up", infinity, made_up},
                                 {"made_up", -infinity, made_up}}});
    }
}

TEST_CASE("many keys")
{
    common::Random random(check::seed());
    const Vector scores = 3.0 * random.normal_vector(9);
    const double c = random.uniform(0.1, 0.9);
    check::ask({.call = "effective_scale(nine scores, their weights)",
                .answer = [&] { return effective_scale(scores, softmax(c * scores)); },
                .expected = c,
                .seed = check::seed()});
}
