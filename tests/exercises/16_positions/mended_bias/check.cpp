#include "tests/exercises/16_positions/mended_bias/task.hpp"

#include "16_positions/linear_bias.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <string>

using namespace attention;

namespace
{

Matrix right(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    return linear_bias(n, m, slopes(heads)(head), m - n);
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"linear_bias", "slopes"}); }

TEST_CASE("two queries at the end of five keys")
{
    const double slope = slopes(4)(1);
    const double earlier = slopes(4)(0);  // of the head before: what counting from 0 gives
    const Matrix right_places = linear_bias(2, 5, 1.0, 3);
    const Matrix at_the_front = linear_bias(2, 5, 1.0);
    Matrix signed_places = right_places;
    signed_places(0, 4) = 1.0;  // the one key that comes after its query
    const std::string sign = "Far keys get more than near ones. Check the sign.";
    const std::string series = "You used the slope of the head before: the formula counts h from 1.";
    const std::string places = "Your queries are at the front. They belong at the last n of the m places.";
    check::ask(
        {.call = "mended_bias(2, 5, 1, 4)",
         .answer = [] { return mended_bias(2, 5, 1, 4); },
         .expected = right(2, 5, 1, 4),
         .mistakes = {{"sign_turned", -slope * right_places, sign},
                      {"slopes_from_one", earlier * right_places, series},
                      {"queries_at_the_front", slope * at_the_front, places},
                      {"sign_and_slopes", -earlier * right_places, "The sign is still wrong, and so is the slope."},
                      {"sign_and_places", -slope * at_the_front,
                       "The sign is still wrong, and so are the places of the queries."},
                      {"slopes_and_places", earlier * at_the_front,
                       "The slope is still wrong, and so are the places of the queries."},
                      {"nothing_mended", -earlier * at_the_front, "All three slips are still there."},
                      {"no_absolute_value", slope * signed_places,
                       "A key after its query gets more than one before it. A distance counts the same on both sides."},
                      {"one_place_on", slope * linear_bias(2, 5, 1.0, 4),
                       "Every query is one place too far on: the last query has the same place as the last key."}}});
}

TEST_CASE("four queries and four keys, the last of eight heads")
{
    check::ask({.call = "mended_bias(4, 4, 7, 8)",
                .answer = [] { return mended_bias(4, 4, 7, 8); },
                .expected = right(4, 4, 7, 8)});
}

TEST_CASE("one query, twelve heads")
{
    check::ask({.call = "mended_bias(1, 7, 4, 12)",
                .answer = [] { return mended_bias(1, 7, 4, 12); },
                .expected = right(1, 7, 4, 12)});
    check::ask(
        {.call = "mended_bias(1, 1, 0, 1)", .answer = [] { return mended_bias(1, 1, 0, 1); }, .expected = Matrix{{0}}});
}
