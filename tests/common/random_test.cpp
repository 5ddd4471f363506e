#include "common/random.hpp"
#include "common/tensor.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <stdexcept>
#include <vector>

using common::Random;

TEST_CASE("the bits are those of SplitMix64 as published")
{
    Random random(1234567);
    CHECK(random.bits() == 6457827717110365317U);
    CHECK(random.bits() == 3203168211198807973U);
    CHECK(random.bits() == 9817491932198370423U);
}

TEST_CASE("uniform numbers fill their range evenly")
{
    Random random(7);
    double sum = 0;
    for (int i = 0; i < 10000; ++i) {
        const double x = random.uniform(-2, 4);
        CHECK((x >= -2 && x < 4));
        sum += x;
    }
    CHECK_THAT(sum / 10000, WithinAbs(1.0, 0.1));
}

TEST_CASE("normal numbers have mean 0, variance 1, and tails")
{
    Random random(11);
    const common::Vector x = random.normal_vector(40000);
    const double mean = xt::sum(x)() / 40000;
    const double variance = xt::sum(xt::square(x))() / 40000 - mean * mean;
    CHECK_THAT(mean, WithinAbs(0.0, 0.02));
    CHECK_THAT(variance, WithinAbs(1.0, 0.03));
    const auto beyond = std::count_if(x.begin(), x.end(), [](double value) { return std::abs(value) > 1.959964; });
    CHECK_THAT(static_cast<double>(beyond) / 40000, WithinAbs(0.05, 0.006));
}

TEST_CASE("numbers that are skipped might as well have been drawn")
{
    Random drawn(9);
    for (int i = 0; i < 5; ++i) drawn.normal();
    for (int i = 0; i < 3; ++i) drawn.uniform();
    Random skipped(9);
    skipped.skip(5 * 2 + 3);
    CHECK(drawn.bits() == skipped.bits());
}

TEST_CASE("whole numbers below a count reach each of them, and nothing else")
{
    Random random(3);
    std::set<std::size_t> seen;
    for (int i = 0; i < 200; ++i) seen.insert(random.below(7));
    CHECK(seen == std::set<std::size_t>{0, 1, 2, 3, 4, 5, 6});
    CHECK(random.below(1) == 0);
    CHECK_THROWS_AS(random.below(0), std::invalid_argument);
}

TEST_CASE("a shuffle keeps every item and reaches every order")
{
    Random random(5);
    std::set<std::vector<int>> orders;
    for (int i = 0; i < 200; ++i) {
        std::vector<int> items = {1, 2, 3};
        random.shuffle(items);
        CHECK(std::set<int>(items.begin(), items.end()) == std::set<int>{1, 2, 3});
        orders.insert(items);
    }
    CHECK(orders.size() == 6);
}
