#include "tests/benchmarks/pairs.hpp"

#include "tests/catch.hpp"

#include <string>

namespace
{

using bench::in_pairs;
using bench::Rounds;
using bench::Taken;

TEST_CASE("a pair takes turns, each first in every other round")
{
    std::string order;
    const auto called = [&order](char name) {
        return [&order, name] {
            order += name;
            return Taken{1.0};
        };
    };
    in_pairs({called('a'), called('b')}, {.seconds = 0.0, .fewest = 4, .most = 4});
    CHECK(order == "abbaabba");
    order.clear();
    in_pairs({called('a'), called('b'), called('w')}, {.seconds = 0.0, .fewest = 2, .most = 2});
    CHECK(order == "abwbaw");
}

TEST_CASE("however little time there is, there are some rounds, and however much, not too many")
{
    const auto one = [] { return Taken{1.0}; };
    CHECK(in_pairs({one, one}, {.seconds = 0.0, .fewest = 5, .most = 25}).first.size() == 5);
    const Rounds rounds = in_pairs({one, one, one}, {.seconds = 1000.0, .fewest = 5, .most = 25});
    CHECK(rounds.first.size() == 25);
    CHECK(rounds.second.size() == 25);
    CHECK(rounds.witness.size() == 25);
}

TEST_CASE("what slows both of a pair leaves their ratio alone")
{
    double slow = 1.0;
    const auto first = [&slow] { return Taken{6.0 * slow}; };
    const auto second = [&slow] { return Taken{2.0 * slow}; };
    const auto slower = [&slow] {
        slow *= 2.0;  // from one round to the next
        return Taken{};
    };
    for (const double ratio : in_pairs({first, second, slower}, {.seconds = 0.0, .fewest = 9, .most = 9}).ratios())
        CHECK(ratio == 3.0);
}

}  // namespace
