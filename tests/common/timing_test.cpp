#include "common/timing.hpp"

#include "tests/catch.hpp"

#include <stdexcept>

TEST_CASE("work is run once to warm up and then as often as asked")
{
    int runs = 0;
    CHECK(common::median_seconds([&] { ++runs; }, 3) >= 0.0);
    CHECK(runs == 4);
}

TEST_CASE("a power law is found again, with no spread where there is no noise")
{
    const common::PowerLaw law = common::fit_power_law({1, 2, 4, 8}, {3, 12, 48, 192});
    CHECK_THAT(law.exponent, WithinAbs(2.0, 1e-12));
    CHECK_THAT(law.constant, WithinAbs(3.0, 1e-12));
    CHECK_THAT(law.spread, WithinAbs(0.0, 1e-7));
}

TEST_CASE("noise widens the spread, by the formula for a line of least squares")
{
    // ln x = 0, 1, 2 and ln y = 0, 2, 3: slope 1.5, residuals -1/6, 1/3, -1/6, so the spread is sqrt((1/6) / 1 / 2).
    const double e = 2.718281828459045;
    const common::PowerLaw law = common::fit_power_law({1, e, e * e}, {1, e * e, e * e * e});
    CHECK_THAT(law.exponent, WithinAbs(1.5, 1e-12));
    CHECK_THAT(law.spread, WithinAbs(0.2886751345948129, 1e-12));
    CHECK_THROWS_AS(common::fit_power_law({1, 2}, {1, 2}), std::invalid_argument);
}
