#include "common/live.hpp"

#include "tests/catch.hpp"

TEST_CASE("a drawing is drawn over the one before: up as many lines as that had, and all below is cleared")
{
    CHECK(common::drawn_over(0, "one\ntwo\n") == "\r\033[Jone\ntwo\n");
    CHECK(common::drawn_over(2, "three\n") == "\033[2A\r\033[Jthree\n");
    CHECK(common::drawn_over(1, "") == "\033[1A\r\033[J");
}
