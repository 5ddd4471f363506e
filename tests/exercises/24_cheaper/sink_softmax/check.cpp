#include "tests/exercises/24_cheaper/sink_softmax/task.hpp"

#include "02_softmax/softmax.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

const Vector three = {2, 0.5, 1};

/// The right answer: chapter 2's softmax with one more key, which is then left out.
Vector right(const Vector& scores, double sink)
{
    Vector with_sink = xt::zeros<double>({scores.size() + 1});
    for (std::size_t j = 0; j < scores.size(); ++j) with_sink(j) = scores(j);
    with_sink(scores.size()) = sink;
    const Vector weights = softmax(with_sink);
    return xt::view(weights, xt::range(std::size_t{0}, scores.size()));
}

/// exp(s_j - subtracted) over their sum and something else.
Vector with_denominator(const Vector& scores, double subtracted, double more)
{
    const Vector exps = xt::exp(scores - subtracted);
    return exps / (more + xt::sum(exps)());
}

Vector with_sink_in(const Vector& scores, double sink, bool at_the_end)
{
    Vector all = xt::zeros<double>({scores.size() + 1});
    const Vector weights = right(scores, sink);
    double rest = 1.0;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        all(at_the_end ? j : j + 1) = weights(j);
        rest -= weights(j);
    }
    all(at_the_end ? scores.size() : 0) = rest;
    return all;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"softmax", "naive_softmax", "softmax_rows"}); }

TEST_CASE("a sink of 0.7")
{
    const double sink = 0.7;
    const double e = std::exp(sink);
    const Vector lost = Vector(right(three, sink) / xt::sum(right(three, sink))());
    check::ask(
        {.call = "sink_softmax([2, 0.5, 1], 0.7)",
         .answer = [&] { return sink_softmax(three, sink); },
         .expected = right(three, sink),
         .mistakes = {
             {"sink_left_out", lost,
              "This is an ordinary softmax: your weights sum to 1, and nothing is left for the sink."},
             {"always_one", with_denominator(three, 0.0, 1.0),
              "You added 1 to the sum. That would be a sink of 0: add exp(sink)."},
             {"sink_itself", with_denominator(three, 0.0, sink),
              "You added the sink to the sum as it is. It is a score: add its exponential."},
             {"sink_not_shifted", with_denominator(three, 2.0, e),
              "You subtracted the largest score from the scores, but not from the sink. Then it weighs more than it should: all "
              "m + 1 must be shifted alike."},
             {"one_not_shifted", with_denominator(three, 2.0, 1.0),
              "You subtracted the largest score and added 1 to the sum. After the shift, 1 no longer stands for a sink of 0: "
              "shift the sink as well, and take its exponential."},
             {"sink_itself_not_shifted", with_denominator(three, 2.0, sink),
              "You subtracted the largest score, and added the sink to the sum as it is. It is a score as well: shift it, and "
              "take its exponential."},
             {"sink_for_each_key", with_denominator(three, 0.0, 3.0 * e),
              "You added exp(sink) once for each key. There is only one sink."},
             {"each_key_alone", Vector(xt::exp(three) / (e + xt::exp(three))),
              "Each key competes with the sink alone. It competes with the other keys as well: the sum is over all of them."},
             {"sink_returned", with_sink_in(three, sink, true),
              "You also returned the weight of the sink. Return as many weights as there are keys."},
             {"sink_returned", with_sink_in(three, sink, false),
              "You also returned the weight of the sink, before the others. Return as many weights as there are keys."},
             {"sink_subtracted_from_the_sum", with_denominator(three, 0.0, -e),
              "You subtracted exp(sink) from the sum. Add it."},
             {"not_divided", Vector(xt::exp(three)), "These are the exponentials. They must be divided by the sum."}}});
}

TEST_CASE("one more, and no more")
{
    check::ask({.call = "sink_softmax([ln 2, 0], 0)",
                .answer = [] { return sink_softmax({std::numbers::ln2, 0}, 0.0); },
                .expected = Vector{0.5, 0.25}});
    check::ask({.call = "sink_softmax([2, 0.5, 1], -infinity)",
                .answer = [] { return sink_softmax(three, -infinity); },
                .expected = softmax(three),
                .mistakes = {{"always_a_sink", right(three, 0.0),
                              "A sink at -infinity adds exp(-infinity) = 0 to the sum: there is no sink."}}});
}

TEST_CASE("scores and sinks far from 0")
{
    const Vector nans = {not_a_number, not_a_number, not_a_number};
    const Vector high = {5000, 4998.5, 4999};
    const std::string overflow =
        "exp overflowed, and infinity / infinity is NaN. Subtract the largest of the scores and the sink first.";
    check::ask({.call = "sink_softmax([5000, 4998.5, 4999], 4998)",
                .answer = [&] { return sink_softmax(high, 4998.0); },
                .expected = right(high, 4998.0),
                .mistakes = {
                    {"overflows", nans, overflow},
                    {"overflows", Vector{not_a_number, not_a_number, 0},
                     "exp overflowed. Subtract the largest of the scores and the sink first."},
                    {"overflows", Vector{0, 0, 0},
                     "The sum overflowed, and everything divided by infinity is 0. Subtract the largest of the scores "
                     "and the sink from both."}}});
    const Vector low = {-5000, -5001.5, -5001};
    const std::string underflow = "All exponentials came out as 0, and 0 / 0 is NaN. Does your maximum begin at 0?";
    check::ask({.call = "sink_softmax([-5000, -5001.5, -5001], -5000)",
                .answer = [&] { return sink_softmax(low, -5000.0); },
                .expected = right(low, -5000.0),
                .mistakes = {{"maximum_began_at_zero", nans, underflow},
                             {"maximum_began_at_zero", Vector{0, 0, 0},
                              "All exponentials came out as 0. Does your maximum begin at 0?"}}});
    check::ask({.call = "sink_softmax([-5000, -5001.5, -5001], 0)",
                .answer = [&] { return sink_softmax(low, 0.0); },
                .expected = Vector{0, 0, 0}});
    check::ask({.call = "sink_softmax([2, 0.5, 1], 5000)",
                .answer = [] { return sink_softmax(three, 5000.0); },
                .expected = Vector{0, 0, 0}});
    check::ask({.call = "sink_softmax([2, 0.5, 1], -5000)",
                .answer = [] { return sink_softmax(three, -5000.0); },
                .expected = softmax(three)});
}

TEST_CASE("keys that may not be seen")
{
    const Vector some = {-infinity, 1, 0.5};
    const Vector hidden = {-infinity, -infinity, -infinity};
    const Vector nans = {not_a_number, not_a_number, not_a_number};
    check::ask({.call = "sink_softmax([-infinity, 1, 0.5], 0)",
                .answer = [&] { return sink_softmax(some, 0.0); },
                .expected = right(some, 0.0)});
    check::ask({.call = "sink_softmax([-infinity, -infinity, -infinity], 0)",
                .answer = [&] { return sink_softmax(hidden, 0.0); },
                .expected = Vector{0, 0, 0},
                .mistakes = {
                    {"only_scores_in_the_maximum", nans,
                     "The largest score is -infinity, and -infinity minus -infinity is NaN. The sink should have been "
                     "the largest."}}});
    check::ask({.call = "sink_softmax([-infinity, -infinity, -infinity], -infinity)",
                .answer = [&] { return sink_softmax(hidden, -infinity); },
                .expected = Vector{0, 0, 0},
                .mistakes = {
                    {"nobody_is_nan", nans,
                     "With no key and no sink, -infinity minus -infinity or 0 / 0 is NaN. All weights should be 0."}}});
    const Vector nothing = xt::zeros<double>({0});
    check::ask(
        {.call = "sink_softmax([], 0)", .answer = [&] { return sink_softmax(nothing, 0.0); }, .expected = nothing});
}

TEST_CASE("a hundred random scores")
{
    common::Random random(check::seed());
    const Vector scores = 3.0 * random.normal_vector(100);
    check::ask({.call = "sink_softmax(100 random scores, 2.5)",
                .answer = [&] { return sink_softmax(scores, 2.5); },
                .expected = right(scores, 2.5),
                .seed = check::seed()});
}
