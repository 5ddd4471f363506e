#include "23_writing/sampling.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace attention;

TEST_CASE("a token is chosen by pencil: the largest first, end to end")
{
    // Shares 0.5, 0.3 and 0.2, whose scores are their logarithms, in another order.
    const Vector logits = {std::log(0.2), std::log(0.5), std::log(0.3)};
    CHECK(sampled(logits, 1.0, 0, 0.0) == 1);
    CHECK(sampled(logits, 1.0, 0, 0.499) == 1);
    CHECK(sampled(logits, 1.0, 0, 0.501) == 2);
    CHECK(sampled(logits, 1.0, 0, 0.799) == 2);
    CHECK(sampled(logits, 1.0, 0, 0.801) == 0);
    // The two largest, 0.5 and 0.3, share 1: the border is at 0.625.
    CHECK(sampled(logits, 1.0, 2, 0.624) == 1);
    CHECK(sampled(logits, 1.0, 2, 0.626) == 2);
    CHECK(sampled(logits, 1.0, 2, 0.999999) == 2);
    // Half the temperature squares the shares: 0.25, 0.09 and 0.04 of 0.38, a border at 0.658.
    CHECK(sampled(logits, 0.5, 0, 0.657) == 1);
    CHECK(sampled(logits, 0.5, 0, 0.659) == 2);
}

TEST_CASE("at temperature 0, and of one token, there is no choice; and nothing overflows")
{
    const Vector logits = {1000.0, 3000.0, -3000.0, 3000.0};
    for (const double u : {0.0, 0.5, 0.999}) {
        CHECK(sampled(logits, 0.0, 0, u) == 1);
        CHECK(sampled(logits, 7.0, 1, u) == 1);
    }
    CHECK(sampled(logits, 1e-300, 0, 0.75) == 3);
    CHECK(sampled(logits, std::numeric_limits<double>::infinity(), 0, 0.999) == 2);
    CHECK(sampled(logits, 1.0, 99, 0.75) == 3);
    CHECK_THROWS_AS(sampled({}, 1.0, 0, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(sampled(logits, -1.0, 0, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(sampled(logits, std::nan(""), 0, 0.5), std::invalid_argument);
}

TEST_CASE("tokens come as often as their shares say")
{
    const Vector logits = {std::log(0.1), std::log(0.6), std::log(0.3)};
    common::Random random(1);
    std::vector<double> times(3, 0.0);
    for (int i = 0; i < 20'000; ++i) times[sampled(logits, 1.0, 0, random.uniform())] += 1.0 / 20'000;
    CHECK_THAT(times[0], WithinAbs(0.1, 0.01));
    CHECK_THAT(times[1], WithinAbs(0.6, 0.01));
    CHECK_THAT(times[2], WithinAbs(0.3, 0.01));
}
