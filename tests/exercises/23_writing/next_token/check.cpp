#include "tests/exercises/23_writing/next_token/task.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace attention;
using check::infinity;

namespace
{

/// As many numbers from 0 to just below 1, evenly spaced.
Vector evenly(std::size_t count)
{
    Vector u = xt::zeros<double>({count});
    for (std::size_t i = 0; i < count; ++i) u(i) = (static_cast<double>(i) + 0.23) / static_cast<double>(count);
    return u;
}

/// The tokens for ten such u.
Vector chosen(const Vector& logits, double temperature, double top_p)
{
    Vector tokens = evenly(10);
    for (double& u : tokens) u = static_cast<double>(next_token(logits, temperature, top_p, u));
    return tokens;
}

/// For how many of 300 such u each of the tokens is chosen, and one number for those that there are not.
Vector counted(const Vector& logits, double temperature, double top_p)
{
    Vector times = xt::zeros<double>({logits.size() + 1});
    for (const double u : evenly(300)) ++times(std::min(next_token(logits, temperature, top_p, u), logits.size()));
    return times;
}

using Kept = std::vector<std::pair<std::size_t, double>>;  // tokens in order, and parts by which they are chosen

/// What is chosen where the parts of tokens lie end to end, from 0 to `whole`, by default to their sum.
double laid_out(const Kept& kept, double u, double whole = 0.0, std::size_t beyond = 0)
{
    double sum = whole;
    for (const auto& [token, part] : kept) sum += whole == 0.0 ? part : 0.0;
    double end = 0.0;
    for (const auto& [token, part] : kept) {
        end += part;
        if (u * sum < end) return static_cast<double>(token);
    }
    return static_cast<double>(beyond);
}

Vector ten_of(const Kept& kept)
{
    Vector tokens = evenly(10);
    for (double& u : tokens) u = laid_out(kept, u);
    return tokens;
}

Vector times_of(const Kept& kept, double whole = 0.0, std::size_t beyond = 0, std::size_t vocabulary = 5)
{
    Vector times = xt::zeros<double>({vocabulary + 1});
    for (const double u : evenly(300)) ++times(static_cast<std::size_t>(laid_out(kept, u, whole, beyond)));
    return times;
}

/// The logarithms of numbers that are in proportion to the shares.
Vector logits_of(const std::vector<double>& parts)
{
    Vector logits = xt::zeros<double>({parts.size()});
    for (std::size_t j = 0; j < parts.size(); ++j) logits(j) = std::log(parts[j]);
    return logits;
}

const Vector five = logits_of({3, 6, 4, 2, 5});  // of 20, so the shares are 0.15, 0.3, 0.2, 0.1 and 0.25

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"sampled"}); }

TEST_CASE("five tokens, three of which are kept")
{
    const std::string short_of_one =
        "Some u fall past the end of what you kept. Its shares sum to less than 1, until you divide them by their sum.";
    check::ask(
        {.call = "next_token(ln [3, 6, 4, 2, 5], 1, 0.6, u), counted for 300 u",
         .answer = [] { return counted(five, 1.0, 0.6); },
         .expected = times_of({{1, 6}, {4, 5}, {2, 4}}),
         .mistakes = {
             {"last_one_left_out", times_of({{1, 6}, {4, 5}}),
              "You kept tokens 1 and 4, which sum to 0.55. Keep going until the sum is at least 0.6: the token that gets you "
              "there is kept as well."},
             {"one_too_many", times_of({{1, 6}, {4, 5}, {2, 4}, {0, 3}}),
              "You kept one token more than it takes: 0.3 + 0.25 + 0.2 is at least 0.6 already."},
             {"nothing_cut", times_of({{1, 6}, {4, 5}, {2, 4}, {0, 3}, {3, 2}}),
              "Every token can be chosen. The smallest shares should have gone."},
             {"not_sorted", times_of({{0, 3}, {1, 6}, {2, 4}}),
              "You kept tokens in the order of their numbers until they summed to 0.6. Begin with the largest share."},
             {"smallest_first", times_of({{3, 2}, {0, 3}, {2, 4}, {4, 5}}),
              "You began with the smallest shares. Begin with the largest."},
             {"ranks_for_tokens", times_of({{0, 6}, {1, 5}, {2, 4}}),
              "You returned how many tokens have a larger share. Return the token itself: its place in `logits`."},
             {"not_divided", times_of({{1, 6}, {4, 5}, {2, 4}}, 20.0, 2), short_of_one},
             {"not_divided", times_of({{1, 6}, {4, 5}, {2, 4}}, 20.0, 1), short_of_one},
             {"not_divided", times_of({{1, 6}, {4, 5}, {2, 4}}, 20.0, 0), short_of_one},
             {"not_divided", times_of({{1, 6}, {4, 5}, {2, 4}}, 20.0, 4), short_of_one},
             {"not_divided", times_of({{1, 6}, {4, 5}, {2, 4}}, 20.0, 3), short_of_one},
             {"not_divided", times_of({{1, 6}, {4, 5}, {2, 4}}, 20.0, 5), short_of_one},
             {"always_the_best", times_of({{1, 6}}),
              "Always the same token, whatever u. Three tokens are kept here. Is `top_p` compared with each share, or with the "
              "sum of shares?"},
             {"all_alike", times_of({{1, 1}, {4, 1}, {2, 1}}),
              "The three tokens that are kept are chosen equally often. Each should be by its share."},
             {"softmax_again", times_of({{1, std::exp(0.3)}, {4, std::exp(0.25)}, {2, std::exp(0.2)}}),
              "You took a softmax of shares. They are shares already: divide them by their sum."}}});
}

TEST_CASE("the largest share lies first")
{
    check::ask(
        {.call = "next_token(ln [3, 6, 4, 2, 5], 1, 0.6, u) for u = 0.023, 0.123, ..., 0.923",
         .answer = [] { return chosen(five, 1.0, 0.6); },
         .expected = ten_of({{1, 6}, {4, 5}, {2, 4}}),
         .mistakes = {
             {"in_order_of_numbers", ten_of({{1, 6}, {2, 4}, {4, 5}}),
              "The right tokens are kept, but they lie in the order of their numbers. The largest share lies first."},
             {"smallest_laid_first", ten_of({{2, 4}, {4, 5}, {1, 6}}),
              "The right tokens are kept, but the smallest share lies first. The largest should."}}});
}

TEST_CASE("a temperature other than 1")
{
    const auto root = [](double x) { return std::sqrt(x); };
    check::ask(
        {.call = "next_token(ln [3, 6, 4, 2, 5], 2, 0.52, u), counted for 300 u",
         .answer = [] { return counted(five, 2.0, 0.52); },
         .expected = times_of({{1, root(6)}, {4, root(5)}, {2, root(4)}}),
         .mistakes = {
             {"cut_too_early", times_of({{1, root(6)}, {4, root(5)}}),
              "You cut before the temperature had made the shares more alike. First the temperature, then the cut: at T = 2 it "
              "takes three tokens to reach 0.52."},
             {"temperature_ignored", times_of({{1, 6}, {4, 5}}), "The temperature changes nothing in your answer."},
             {"temperature_multiplied", times_of({{1, 36}, {4, 25}}),
              "You multiplied by the temperature. A high one makes shares more alike."},
             {"temperature_after_the_cut", times_of({{1, 6}, {4, 5}, {2, 4}}),
              "You cut by the shares at this temperature, but choose by those at T = 1."}}});
    check::ask(
        {.call = "next_token(ln [3, 6, 4, 2, 5], 0.5, 0.85, u), counted for 300 u",
         .answer = [] { return counted(five, 0.5, 0.85); },
         .expected = times_of({{1, 36}, {4, 25}, {2, 16}}),
         .mistakes = {
             {"cut_too_early", times_of({{1, 36}, {4, 25}, {2, 16}, {0, 9}}),
              "You cut before the temperature had made the shares less alike. First the temperature, then the cut."}}});
}

TEST_CASE("a temperature of 0, and large scores")
{
    check::ask(
        {.call = "next_token(ln [3, 6, 4, 2, 5], 0, 1, u) for u = 0.023, 0.123, ..., 0.923",
         .answer = [] { return chosen(five, 0.0, 1.0); },
         .expected = ten_of({{1, 1}}),
         .mistakes = {
             {"divided_by_zero", ten_of({{0, 1}}),
              "At T = 0 you chose token 0. A division by 0 gives NaN, and no comparison with NaN is true."},
             {"divided_by_zero", ten_of({{4, 1}}),
              "At T = 0 you chose the last token. A division by 0 gives NaN, and no comparison with NaN is true."},
             {"zero_means_one", ten_of({{1, 6}, {4, 5}, {2, 4}, {0, 3}, {3, 2}}),
              "You took a temperature of 0 for none at all. It stands for the limit: the largest score wins."}}});
    check::ask(
        {.call = "next_token([1000, 1001, 1001, -infinity], 1, 0.5, u) for u = 0.023, 0.123, ..., 0.923",
         .answer = [] { return chosen({1000, 1001, 1001, -infinity}, 1.0, 0.5); },
         .expected = ten_of({{1, 1}, {2, 1}}),
         .mistakes = {
             {"overflow", ten_of({{0, 1}}),
              "exp(1000) is infinite. Subtract the largest score first, as softmax does."},
             {"overflow", ten_of({{3, 1}}),
              "exp(1000) is infinite. Subtract the largest score first, as softmax does."},
             {"last_of_equals", ten_of({{2, 1}, {1, 1}}),
              "Tokens 1 and 2 have the same share, and you laid 2 first. Of equals, the smaller number comes first."}}});
}

TEST_CASE("where two shares meet")
{
    check::ask(
        {.call = "next_token([0, 0, 0, 0], 1, 1, u) for u = 0, 0.25, 0.5, 0.75",
         .answer =
             [] {
                 Vector tokens = {0, 0.25, 0.5, 0.75};
                 for (double& u : tokens) u = static_cast<double>(next_token({0, 0, 0, 0}, 1.0, 1.0, u));
                 return tokens;
             },
         .expected = Vector({0, 1, 2, 3}),
         .mistakes = {{"end_belongs_to_it", Vector({0, 0, 1, 2}),
                       "Where u is just where two shares meet, you chose the first of them. It falls in the second: "
                       "stop where the sum is above u, not where it equals u."}}});
    check::ask({.call = "next_token([0, 0, 0, 0], 1, 0.5, u) for u = 0.023, 0.123, ..., 0.923",
                .answer = [] { return chosen({0, 0, 0, 0}, 1.0, 0.5); },
                .expected = ten_of({{0, 1}, {1, 1}}),
                .mistakes = {{"one_too_many", ten_of({{0, 1}, {1, 1}, {2, 1}}),
                              "The first two shares sum to 0.5, and that is at least 0.5. You kept a third."}}});
}

TEST_CASE("the ends of top_p")
{
    check::ask({.call = "next_token(ln [3, 6, 4, 2, 5], 1, 0, u) for u = 0.023, 0.123, ..., 0.923",
                .answer = [] { return chosen(five, 1.0, 0.0); },
                .expected = ten_of({{1, 1}}),
                .mistakes = {{"none_kept", ten_of({{0, 1}}),
                              "With top_p = 0 you kept nothing. One token is kept in any case."}}});
    check::ask({.call = "next_token(ln [3, 6, 4, 2, 5], 1, 1, u) for u = 0.023, 0.123, ..., 0.923",
                .answer = [] { return chosen(five, 1.0, 1.0); },
                .expected = ten_of({{1, 6}, {4, 5}, {2, 4}, {0, 3}, {3, 2}})});
    check::ask({.call = "next_token([2], 1, 0.9, 0.999)",
                .answer = [] { return next_token(Vector({2}), 1.0, 0.9, 0.999); },
                .expected = 0});
}
