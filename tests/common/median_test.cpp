#include "common/median.hpp"

#include "tests/catch.hpp"

#include <stdexcept>

TEST_CASE("the median is the number in the middle, or between the two there")
{
    CHECK(common::median({3, 1, 2}) == 2);
    CHECK(common::median({4, 1, 2, 3}) == 2.5);
    CHECK_THROWS_AS(common::median({}), std::invalid_argument);
}
