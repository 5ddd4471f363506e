#include "24_cheaper/reach.hpp"

#include "tests/catch.hpp"

using namespace attention;

TEST_CASE("layers of windows reach as far as their steps add up")
{
    const BoolMatrix known = reached(window_mask(32, 8), 3);
    for (std::size_t i = 0; i < 32; ++i) {
        for (std::size_t j = 0; j < 32; ++j) CHECK(known(i, j) == (j <= i && i - j <= 3 * 7));
    }
}
