#include "common/require.hpp"

#include "tests/catch.hpp"

#include <stdexcept>

using common::require;

TEST_CASE("a condition that holds says nothing, one that does not says what is wrong in numbers")
{
    CHECK_NOTHROW(require(true, "f: {} given", 1));
    CHECK_THROWS_MATCHES(require(false, "f: a has {} rows but b has {}", 2, 3), std::invalid_argument,
                         Message("f: a has 2 rows but b has 3"));
}
