// Who reaches whom through layers of windows, against the rule that one counts with a pencil.

#include "24_cheaper/windows/reach.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"

#include <cstddef>

using namespace attention;

TEST_CASE("a window shows the latest keys, and the first ones besides")
{
    const BoolMatrix mask = window_mask(5, 2, 1);
    const BoolMatrix right = {{true, false, false, false, false},
                              {true, true, false, false, false},
                              {true, true, true, false, false},
                              {true, false, true, true, false},
                              {true, false, false, true, true}};
    CHECK(mask == right);
}

TEST_CASE("each layer of windows reaches w - 1 places further")
{
    for (const std::size_t w : {1U, 2U, 5U, 8U}) {
        for (const std::size_t layers : {1U, 2U, 3U}) {
            const Matrix needed = layers_to_reach(window_mask(32, w), layers);
            for (std::size_t i = 0; i < 32; ++i) {
                for (std::size_t j = 0; j < 32; ++j) {
                    const bool is_reached = j <= i && i - j <= layers * (w - 1);
                    CHECK((needed(i, j) > 0) == is_reached);
                    if (is_reached && i != j) CHECK((static_cast<std::size_t>(needed(i, j)) - 1) * (w - 1) < i - j);
                }
            }
            CHECK(reach_of(needed) == layers * (w - 1));
        }
    }
    CHECK(reach_of(layers_to_reach(window_mask(10, 8), 3)) == 9);
}

TEST_CASE("a first token that everybody sees carries nothing from the middle")
{
    const Matrix needed = layers_to_reach(window_mask(32, 8, 2), 4);
    CHECK(needed(31, 0) == 1);
    CHECK(needed(31, 1) == 1);
    CHECK(needed(31, 2) == 0);
    CHECK(reach_of(needed) == 28);
}
