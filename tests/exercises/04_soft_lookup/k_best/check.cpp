#include "tests/exercises/04_soft_lookup/k_best/task.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <vector>

using namespace attention;
using check::not_a_number;

namespace
{

// Scores 3, 1, 4, 1, -6: no order of the keys, two that are equal, and a large negative one.
const Vector q = {1, 2};
const Matrix K = {{1, 1}, {1, 0}, {0, 2}, {-1, 1}, {-2, -2}};
const Matrix V = {{10, 1, 0}, {20, 4, 7}, {40, 9, 2}, {80, 16, 5}, {160, 25, 1}};

/// Weights for given keys, the others 0.
Vector weights_of(const std::vector<std::size_t>& chosen)
{
    const Vector scores = score_row(q, K);
    Vector some = xt::zeros<double>({chosen.size()});
    for (std::size_t i = 0; i < chosen.size(); ++i) some(i) = scores(chosen[i]);
    const Vector shares = softmax(some);
    Vector weights = xt::zeros<double>({K.shape(0)});
    for (std::size_t i = 0; i < chosen.size(); ++i) weights(chosen[i]) = shares(i);
    return weights;
}

Lookup right(const std::vector<std::size_t>& chosen)
{
    const Vector weights = weights_of(chosen);
    return {weighted_sum(weights, V), weights};
}

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("the two best of five")
{
    const Vector all = weights_of({0, 1, 2, 3, 4});
    const Vector cut = {all(0), 0, all(2), 0, 0};
    check::ask(
        {.call = "lookup_among_best(q, K, V, 2), scores [3, 1, 4, 1, -6]",
         .answer = [] { return lookup_among_best(q, K, V, 2); },
         .expected = right({0, 2}),
         .mistakes =
             {{"nothing_left_out", all, "All five keys count. Your k has no effect."},
              {"worst_for_best", weights_of({4, 1}), "These are the two worst keys. The best have the highest scores."},
              {"first_for_best", weights_of({0, 1}), "These are the first two keys, whatever they score."},
              {"by_size", weights_of({2, 4}),
               "You ignored the signs of the scores. A score of -6 is the worst of all, not the best."},
              {"cut_after_softmax", cut,
               "You cut the weights of all five, so what is left sums to less than 1. Cut the scores, then take the "
               "softmax."},
              {"left_out_at_zero", softmax({3, 0, 4, 0, 0}),
               "The keys that are left out still have weight, since e to 0 is 1. Which score gives the weight 0?"},
              {"one_too_many", weights_of({0, 1, 2}), "Three keys count, one more than k."},
              {"one_too_few", weights_of({2}), "Only one key counts, one fewer than k."},
              {"equal_shares", Vector{0.5, 0, 0.5, 0, 0},
               "You have the right keys, but they count the same. They should share by the softmax of their scores."},
              {"blends_keys", weighted_sum(weights_of({0, 2}), K),
               "You blended the keys. The keys choose; values are blended."},
              {"collapsed", Vector({xt::sum(weighted_sum(weights_of({0, 2}), V))()}),
               "You added up the coordinates of the output. It is a vector, like every value."}},
         .properties = {check::of("weights", check::rows_sum_to_one())}});
}

TEST_CASE("equal scores at the border: the earlier key is in")
{
    check::ask(
        {.call = "lookup_among_best(q, K, V, 3), scores [3, 1, 4, 1, -6]",
         .answer = [] { return lookup_among_best(q, K, V, 3); },
         .expected = right({0, 1, 2}),
         .mistakes = {{"border_shared", weights_of({0, 1, 2, 3}),
                       "Two keys at the border have the same score, and you let both in. That makes four."},
                      {"later_in", weights_of({0, 2, 3}),
                       "Two keys at the border have the same score. The earlier one is in; you took the later one."},
                      {"border_out", weights_of({0, 2}),
                       "Two keys at the border have the same score, and you left out both. The earlier one is in."}}});
}

TEST_CASE("as many as there are, or more, or none")
{
    for (const std::size_t k : {5U, 9U}) {
        check::ask({.call = fmt::format("lookup_among_best(q, K, V, {}), with 5 keys", k),
                    .answer = [&] { return lookup_among_best(q, K, V, k); },
                    .expected = right({0, 1, 2, 3, 4})});
    }
    const Lookup nothing = {xt::zeros<double>({3}), xt::zeros<double>({5})};
    check::ask({.call = "lookup_among_best(q, K, V, 0)",
                .answer = [] { return lookup_among_best(q, K, V, 0); },
                .expected = nothing,
                .mistakes = {
                    {"none_is_not_all", right({0, 1, 2, 3, 4}).weights,
                     "With k = 0 no key counts, but you let all of them in."},
                    {"none_is_not_one", weights_of({2}), "With k = 0 no key counts, but your best one still does."}}});
    const Matrix no_keys = xt::zeros<double>({0, 2});
    const Matrix no_values = xt::zeros<double>({0, 3});
    check::ask({.call = "lookup_among_best(q, no keys, no values, 2)",
                .answer = [&] { return lookup_among_best(q, no_keys, no_values, 2); },
                .expected = Lookup{xt::zeros<double>({3}), xt::zeros<double>({0})}});
}

TEST_CASE("what is left out has no influence, not even as NaN")
{
    Matrix broken = V;
    broken(4, 1) = not_a_number;
    Vector with_nan = weighted_sum(weights_of({0, 2}), V);
    with_nan(1) = not_a_number;
    check::ask({.call = "lookup_among_best(q, K, V, 2), the worst value NaN",
                .answer = [&] { return lookup_among_best(q, K, broken, 2); },
                .expected = right({0, 2}),
                .mistakes = {
                    {"zero_times_nan", with_nan,
                     "A NaN in a value that should be left out reached the output: 0 times NaN is NaN. Add up only the "
                     "values that count."}}});
}
