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
              "This is what the scores were divided by. The factor is asked: 1 over it."},
             {"upside_down", -c,
              "The sign is wrong: the weights stand in one order, the scores in the other. The larger score has the "
              "larger weight."},
             {"ratio_without_logarithm", ratio / 2.0,
              "You divided the ratio of the weights. It is e to the c (s_1 - s_2): take its logarithm first."},
             {"difference_of_weights", (weights(0) - weights(1)) / 2.0,
              "You took the difference of the weights. The sum below them cancels in a ratio, not in a difference."},
             {"difference_forgotten", c * 2.0,
              "You did not divide by the difference of the two scores: keys far apart differ more at the same scale."},
             {"one_weight_alone", std::log(weights(0)) / 3.0,
              "You used one weight alone. It has the sum of all in it; a ratio of two weights has not."},
             {"ratio_of_scores", std::log(ratio) / 3.0,
              "You divided by the ratio of the scores. Logarithms of ratios belong to differences: s_1 - s_2."},
             {"another_base", c / std::log(2.0),
              "Your logarithm has base 2. Softmax is made of powers of e: take the natural one."},
             {"another_base", c / std::log(10.0),
              "Your logarithm has base 10. Softmax is made of powers of e: take the natural one."},
             {"d_k_for_scale", 5.0, "You found d_k. The factor is asked, 1 over the square root of it."}}});
}

TEST_CASE("scores multiplied, not divided; and turned round")
{
    for (const double c : {2.2360679774997896, -0.5}) {
        const Vector scores = {0.5, 2, 1};
        check::ask(
            {.call = c > 0 ? "effective_scale([0.5, 2, 1], softmax([0.5, 2, 1] * sqrt(5)))"
                           : "effective_scale([0.5, 2, 1], softmax([-0.25, -1, -0.5]))",
             .answer = [&] { return effective_scale(scores, softmax(c * scores)); },
             .expected = c,
             .mistakes = {{"always_positive", std::abs(c),
                           "Here the smaller scores have the larger weights. That is a negative factor: somebody "
                           "turned the sign round. Say so."}}});
    }
}

TEST_CASE("weights that do not sum to 1")
{
    const Vector scores = {2, 0, -1};
    const Vector weights = softmax(0.5 * scores) / 2.0;
    check::ask({.call = "effective_scale([2, 0, -1], softmax([1, 0, -0.5]) / 2)",
                .answer = [&] { return effective_scale(scores, weights); },
                .expected = 0.5,
                .mistakes = {
                    {"sum_taken_for_granted", 0.5 * 0.5,
                     "Somebody divided the weights as well. In a ratio of two weights that cancels, like the sum."}}});
}

TEST_CASE("equal scores tell nothing")
{
    const Vector scores = {3, 3, 0, 3};
    const char* const equal = "Two equal scores have equal weights at any scale: 0 / 0. Look for two keys whose scores "
                              "differ.";
    check::ask({.call = "effective_scale([3, 3, 0, 3], softmax([3, 3, 0, 3] * 0.3))",
                .answer = [&] { return effective_scale(scores, softmax(0.3 * scores)); },
                .expected = 0.3,
                .mistakes = {{"equal_scores_used", not_a_number, equal},
                             {"equal_scores_used", 0.0, equal},
                             {"equal_scores_used", infinity, equal}}});
}

TEST_CASE("weights of 0 and scores of -infinity tell nothing")
{
    const Vector scores = {-infinity, -1e6, 4, -infinity, 1, -1e7};
    const char* const lost =
        "You used a weight that was rounded to 0, or one that is hidden. Its logarithm says nothing: "
        "look for two keys with weights above 0.";
    check::ask({.call = "effective_scale([-infinity, -1e6, 4, -infinity, 1, -1e7], weights)",
                .answer = [&] { return effective_scale(scores, softmax(0.3 * scores)); },
                .expected = 0.3,
                .mistakes = {{"lost_weights_used", infinity, lost},
                             {"lost_weights_used", not_a_number, lost},
                             {"lost_weights_used", 0.0, lost}}});
}

TEST_CASE("nothing to measure")
{
    const char* const made_up = "No two keys tell anything here, and you returned a number. It is made up: return NaN.";
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
