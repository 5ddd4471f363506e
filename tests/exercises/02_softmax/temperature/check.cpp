#include "tests/exercises/02_softmax/temperature/task.hpp"

#include "02_softmax/softmax.hpp"

#include "tests/exercises/check.hpp"

using namespace attention;
using check::infinity;
using check::not_a_number;

// Whatever the chapters have may be called: the task says so.

TEST_CASE("an ordinary temperature")
{
    const Vector scores = {2, 1, 0};
    check::ask(
        {.call = "softmax_at([2, 1, 0], 2)",
         .answer = [&] { return softmax_at(scores, 2.0); },
         .expected = softmax(scores / 2.0),
         .mistakes = {{"temperature_multiplied", softmax(scores * 2.0),
                       "You multiplied the scores by T. A large T must flatten the weights, so divide by it."},
                      {"temperature_ignored", softmax(scores),
                       "These are the weights for T = 1. Your temperature has no effect."},
                      {"weights_divided", softmax(scores) / 2.0,
                       "You divided the weights by T. Divide the scores, before the softmax: then the weights still "
                       "sum to 1."},
                      {"not_normalised", xt::exp(scores / 2.0),
                       "These are the exponentials. Divide them by their sum."}},
         .properties = {check::none_negative(), check::rows_sum_to_one()}});
}

TEST_CASE("T = 0 is the limit: the largest takes all")
{
    const Vector scores = {2, 1, 0};
    check::ask({.call = "softmax_at([2, 1, 0], 0)",
                .answer = [&] { return softmax_at(scores, 0.0); },
                .expected = Vector{1, 0, 0},
                .mistakes = {
                    {"zero_is_not_infinity", softmax({0, 0, 0}),
                     "At T = 0 every score got the same weight. That is what T = infinity does; T = 0 is the sharpest "
                     "choice."},
                    {"zero_is_not_one", softmax(scores),
                     "At T = 0 you returned the ordinary softmax. T = 0 is the sharpest choice there is."},
                    {"divided_by_zero", Vector{not_a_number, not_a_number, not_a_number},
                     "At T = 0 you divided by 0, and got NaN. This limit needs a case of its own."}}});
}

TEST_CASE("T = 0 with two largest scores: they share equally")
{
    const Vector scores = {1, 3, 0, 3};
    check::ask(
        {.call = "softmax_at([1, 3, 0, 3], 0)",
         .answer = [&] { return softmax_at(scores, 0.0); },
         .expected = Vector{0, 0.5, 0, 0.5},
         .mistakes = {{"tie_to_one", Vector{0, 1, 0, 0},
                       "Two scores are largest, and the first took everything. Nothing favours the first."},
                      {"tie_to_one", Vector{0, 0, 0, 1},
                       "Two scores are largest, and the last took everything. Nothing favours the last."},
                      {"tie_counted_twice", Vector{0, 1, 0, 1},
                       "Two scores are largest and got 1 each, so the weights sum to 2. They must share one whole."}}});
}

TEST_CASE("T = infinity is the other limit: all alike")
{
    const Vector scores = {2, 1, 0, -5};
    check::ask({.call = "softmax_at([2, 1, 0, -5], infinity)",
                .answer = [&] { return softmax_at(scores, infinity); },
                .expected = Vector{0.25, 0.25, 0.25, 0.25},
                .properties = {check::rows_sum_to_one()}});
}

TEST_CASE("a tiny temperature must not overflow")
{
    const Vector scores = {2, 1, 0};
    check::ask(
        {.call = "softmax_at([2, 1, 0], 1e-308)",
         .answer = [&] { return softmax_at(scores, 1e-308); },
         .expected = Vector{1, 0, 0},
         .mistakes = {{"divided_before_subtracting", Vector{not_a_number, not_a_number, not_a_number},
                       "2 / 1e-308 is infinity, and the softmax of that is NaN. Subtract the largest score first, "
                       "then divide: softmax depends only on differences."}}});
}

TEST_CASE("a tiny temperature is not 0")
{
    const Vector scores = {0, 1e-12};
    check::ask(
        {.call = "softmax_at([0, 1e-12], 1e-12)",
         .answer = [&] { return softmax_at(scores, 1e-12); },
         .expected = softmax({0, 1}),
         .mistakes = {
             {"small_is_not_zero", Vector{0, 1},
              "You treat a small T as 0. But these scores are as close together as T is small, so both of them count."},
             {"small_is_not_zero", Vector{0.5, 0.5},
              "At this T both got about the same. Did you add something to T so that it is never 0? Then you "
              "change every small T.",
              1e-2}}});

    const Vector closer = {1e-308, 0};
    check::ask({.call = "softmax_at([1e-308, 0], 1e-308)",
                .answer = [&] { return softmax_at(closer, 1e-308); },
                .expected = softmax({1, 0}),
                .mistakes = {{"small_is_not_zero", Vector{1, 0},
                              "You treat a tiny T as 0. But these scores are as close together as T is small, so both "
                              "of them count. Only T = 0 is a case of its own."}}});
}

TEST_CASE("scores far from 0")
{
    const Vector scores = {-2000, -2001, -1999};
    check::ask({.call = "softmax_at([-2000, -2001, -1999], 0.5)",
                .answer = [&] { return softmax_at(scores, 0.5); },
                .expected = softmax({-2, -4, 0}),
                .properties = {check::all_finite(), check::rows_sum_to_one()}});
}
