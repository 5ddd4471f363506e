#include "tests/benchmarks/verdict.hpp"

#include "tests/benchmarks/pairs.hpp"
#include "tests/benchmarks/wording.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <vector>

namespace
{

using bench::cell;
using bench::Doubt;
using bench::quantile;
using bench::Rounds;
using bench::Taken;
using bench::Verdict;
using bench::verdict_on;

/// Rounds with these ratios.
Rounds made_up(const std::vector<double>& ratios)
{
    Rounds rounds;
    for (const double ratio : ratios) {
        rounds.first.push_back({ratio});
        rounds.second.push_back({1.0});
    }
    return rounds;
}

TEST_CASE("quartiles lie at a quarter of the way through the sorted numbers")
{
    CHECK(quantile({5, 1, 4, 2, 3}, 0.25) == 2);
    CHECK(quantile({5, 1, 4, 2, 3}, 0.75) == 4);
    CHECK(quantile({1, 2}, 0.25) == 1.25);
    CHECK(quantile({7}, 0.75) == 7);
}

TEST_CASE("quiet rounds are believed, and one that went astray changes nothing")
{
    const Verdict quiet = verdict_on(made_up({0.87, 0.88, 0.86, 0.87, 0.87}));
    CHECK(quiet.doubt == Doubt::none);
    CHECK(cell(quiet) == "0.87 ±0.00");
    const Verdict one_astray = verdict_on(made_up({0.87, 0.88, 0.86, 0.02, 0.87}));
    CHECK(one_astray.doubt == Doubt::none);
    CHECK(cell(one_astray) == "0.87 ±0.01");
}

TEST_CASE("half of the rounds lie within the spread, on the wider side too")
{
    CHECK_THAT(verdict_on(made_up({1.00, 1.00, 1.00, 1.03, 1.05})).spread, WithinAbs(0.03, 1e-9));
    CHECK_THAT(verdict_on(made_up({0.95, 0.97, 1.00, 1.00, 1.00})).spread, WithinAbs(0.03, 1e-9));
}

TEST_CASE("rounds that do not agree are marked, even where most do")
{
    const Verdict noisy = verdict_on(made_up({0.87, 0.80, 0.95, 0.70, 0.99}));
    CHECK(noisy.doubt == Doubt::noisy);
    CHECK(cell(noisy) == "? 0.87 ±0.08");
    CHECK(verdict_on(made_up({0.87, 0.87, 0.87, 0.87, 0.87, 0.1, 0.1, 0.1, 0.1})).doubt == Doubt::noisy);
    CHECK(verdict_on(made_up({0.87, 0.87, std::nan("")})).doubt == Doubt::noisy);
}

TEST_CASE("rounds whose threads did not get their processors are marked, however well they agree")
{
    Rounds rounds = made_up({0.87, 0.87, 0.87, 0.87, 0.87});
    for (Taken& taken : rounds.first) taken.busy = 0.75;
    const Verdict robbed = verdict_on(rounds);
    CHECK(robbed.doubt == Doubt::robbed);
    CHECK_THAT(robbed.busy, WithinAbs(0.75, 1e-9));
    CHECK(cell(robbed) == "! 0.87 ±0.00");
    for (Taken& taken : rounds.first) taken.busy = 0.99;
    CHECK(verdict_on(rounds).doubt == Doubt::none);
    rounds.witness.assign(5, {1.0, 0.99});
    CHECK(verdict_on(rounds).doubt == Doubt::none);
    for (Taken& taken : rounds.witness) taken.busy = 0.5;
    CHECK(verdict_on(rounds).doubt == Doubt::robbed);
}

TEST_CASE("the end says how many results are marked, and what to do")
{
    CHECK(bench::doubts_in_words(0, 0, 12) == "None of 12 results is marked.\n");
    CHECK(bench::doubts_in_words(0, 3, 12) ==
          "3 of 12 results are marked: close other programs, and run this again.\n");
    CHECK_THAT(bench::doubts_in_words(1, 2, 12), ContainsSubstring("3 of 12") && ContainsSubstring("erratic"));
}

}  // namespace
