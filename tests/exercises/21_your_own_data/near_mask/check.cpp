#include "tests/exercises/21_your_own_data/near_mask/task.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>

using namespace attention;
using check::infinity;

namespace
{

template <class Cell>
Matrix filled(std::size_t n, std::size_t m, Cell cell)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) mask(i, j) = cell(static_cast<double>(i), static_cast<double>(j));
    }
    return mask;
}

/// The mask by its rule, with the queries `shift` keys further on.
Matrix by_rule(std::size_t n, std::size_t m, double slope, double shift, double hidden = -infinity)
{
    return filled(n, m, [&](double i, double j) { return j > i + shift ? hidden : -slope * (i + shift - j); });
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"linear_bias", "slopes"}); }

TEST_CASE("three queries, five keys")
{
    const double s = 0.25;
    const auto both_ways = [&](double i, double j) { return -s * std::abs(i + 2 - j); };
    check::ask(
        {.call = "near_mask(3, 5, 0.25)",
         .answer = [&] { return near_mask(3, 5, s); },
         .expected = by_rule(3, 5, s, 2),
         .mistakes = {
             {"top_left", by_rule(3, 5, s, 0),
              "You put query 0 at key 0. With more keys than queries, it is the last query that is at the last key."},
             {"prefers_the_far", by_rule(3, 5, -s, 2), "The sign: your mask prefers what is far away."},
             {"looks_ahead", filled(3, 5, both_ways), "A key after the query gets -infinity; yours can be seen."},
             {"later_keys_at_zero", by_rule(3, 5, s, 2, 0.0), "0 does not hide a key: it is added to the score."},
             {"large_number", by_rule(3, 5, s, 2, -1e9), "-1e9 is not -infinity: it fails where nothing can be seen."},
             {"own_place_costs", by_rule(3, 5, s, 3, -infinity),
              "You are one place off: the key at the query's own place gets 0."},
             {"own_place_costs",
              filled(3, 5, [&](double i, double j) { return j > i + 2 ? -infinity : -s * (i + 3 - j); }),
              "You are one place off: the key at the query's own place gets 0."},
             {"only_hides", by_rule(3, 5, 0, 2), "This mask hides what comes later, and prefers nothing."},
             {"factors", filled(3, 5, [&](double i, double j) { return j > i + 2 ? 0.0 : std::exp(-s * (i + 2 - j)); }),
              "These are factors for the weights. A mask is added to the scores, before exp."}}});
}

TEST_CASE("as many keys as queries, and fewer")
{
    check::ask({.call = "near_mask(4, 4, 1)",
                .answer = [] { return near_mask(4, 4, 1.0); },
                .expected = by_rule(4, 4, 1.0, 0)});
    check::ask({.call = "near_mask(4, 2, 0.5)",
                .answer = [] { return near_mask(4, 2, 0.5); },
                .expected = by_rule(4, 2, 0.5, -2),
                .mistakes = {{"wrapped_around", by_rule(4, 2, 0.5, 1e18, -infinity),
                              "m - n is below 0 here, which a std::size_t cannot be: it wrapped around."}}});
}

TEST_CASE("one new query, a slope of 0")
{
    check::ask(
        {.call = "near_mask(1, 3, 2)", .answer = [] { return near_mask(1, 3, 2.0); }, .expected = Matrix{{-4, -2, 0}}});
    check::ask({.call = "near_mask(2, 2, 0)",
                .answer = [] { return near_mask(2, 2, 0.0); },
                .expected = Matrix{{0, -infinity}, {0, 0}}});
}
