// What is done with times: where curves cross, how far one gets, and the two tables. No time is asked to be anything.

#include "24_cheaper/measured/clock.hpp"
#include "24_cheaper/measured/cost_table.hpp"
#include "24_cheaper/measured/curve.hpp"
#include "24_cheaper/measured/shortcuts.hpp"
#include "24_cheaper/measured/way.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

using namespace attention;

namespace
{

/// A curve that is exactly constant * n^exponent.
TimeCurve exact(double constant, double exponent, const std::vector<double>& n)
{
    TimeCurve curve{"exact", n, {}};
    for (const double tokens : n) curve.seconds.push_back(constant * std::pow(tokens, exponent));
    return curve;
}

const std::vector<double> lengths = {10, 100, 1000, 10000};

}  // namespace

TEST_CASE("two power laws cross where their formulas say")
{
    const TimeCurve square = exact(1.0, 2, lengths);
    const TimeCurve line = exact(300.0, 1, lengths);
    REQUIRE(break_even(square, line).has_value());
    CHECK(std::abs(*break_even(square, line) - 300) < 1e-9);
    CHECK_FALSE(break_even(line, square).has_value());
    CHECK_FALSE(break_even(square, exact(5.0, 1, lengths)).has_value());      // always below
    CHECK_FALSE(break_even(square, exact(50000.0, 1, lengths)).has_value());  // never
    const TimeCurve shorter = exact(1.0, 2, {10, 100, 1000});                 // one stopped earlier
    CHECK(std::abs(*break_even(shorter, line) - 300) < 1e-9);
}

TEST_CASE("the exponent is fitted to long texts alone")
{
    TimeCurve curve = exact(1.0, 2, {10, 1000, 2000, 8000});
    curve.seconds[0] = 1e9;
    CHECK(std::abs(grows_as(curve).exponent - 2) < 1e-9);
    CHECK_THROWS_AS(grows_as(curve, 1500), std::invalid_argument);
}

TEST_CASE("the clock times everybody over every length, but nobody beyond the longest that is worth it")
{
    double told = 0.0;
    const Clock found = measured_clock({8, 20, 40}, timed_ways(20, 8), 8, 2, 1.0, [&told](double part) {
        CHECK(part > told);
        told = part;
    });
    CHECK(told == 1.0);
    REQUIRE(found.curves.size() == 5);
    CHECK(found.curves[0].n == std::vector<double>{8, 20});
    CHECK(found.curves[2].n == std::vector<double>{8, 20, 40});
    CHECK(found.curves[3].n == std::vector<double>{8});
    for (const TimeCurve& curve : found.curves) {
        CHECK(curve.seconds.size() == curve.n.size());
        for (const double seconds : curve.seconds) CHECK(seconds > 0);
    }
}

TEST_CASE("the five that are timed do the same: both softmaxes agree, and both linear ones")
{
    LongText text(70, 64);
    const std::vector<Timed> all = timed_ways(70, 70);
    const auto output = [&](std::size_t which) {
        text.O.fill(7.0F);
        all[which].run(text, 70);
        return Matrix(text.O);
    };
    const Matrix softmax_by_loops = output(0);
    CHECK(tests::difference(output(1), softmax_by_loops) < 1e-4);  // 70 tokens fit into a window of 128
    CHECK(tests::difference(output(3), softmax_by_loops) < 1e-4);
    CHECK(tests::difference(output(4), output(2)) < 1e-4);
    CHECK(tests::difference(output(2), softmax_by_loops) > 0.1);
}

TEST_CASE("the table of costs has the formulas' numbers, and recall falls where less is kept")
{
    const CostTable table = cost_table(40, {}, 1, 256);
    REQUIRE(table.rows.size() == shortcuts().size());
    CHECK(table.n == 40);
    CHECK(table.pairs == 256);
    CHECK(table.rows[0].name == "softmax");
    CHECK(table.rows[0].operations == 4.0 * 64 * 1e5 * 100001 / 2);
    CHECK(table.rows[0].numbers == 2.0 * 64 * 1e5);
    CHECK(table.rows[0].recalled == 256);
    CHECK(table.rows[1].recalled == 128);  // the values of the others are not in the window
    CHECK(table.rows[2].recalled == 256);
    CHECK(table.rows[4].recalled < 12);
    CHECK(table.rows[5].recalled > table.rows[6].recalled);
    for (const CostRow& row : table.rows) CHECK(row.seconds > 0);
}

TEST_CASE("how many tokens so many operations buy")
{
    for (const Shortcut& way : shortcuts()) {
        const double cost = way.operations(1234, RealSizes(Sizes{}));
        CHECK(tokens_for(way, {}, cost) == 1234);
        CHECK(tokens_for(way, {}, cost - 1) == 1233);
    }
    CHECK(tokens_for(shortcuts().front(), {}, 0) == 0);
}

TEST_CASE("at equal time, softmax reads what it was given")
{
    const std::vector<EqualTimeRow> rows = equal_time(64, {.d = 16}, 1);
    REQUIRE(rows.size() == shortcuts().size());
    CHECK(rows[0].tokens == 64);
    CHECK(rows[0].recalled() == 64 * rows[0].recall);
    for (const EqualTimeRow& row : rows) CHECK(row.recall <= 1.0);
}

TEST_CASE("asking for some of the pairs is a fair sample of all of them")
{
    const Sizes sizes{.d = 64, .window = 50};
    const MakeWay<float> make = window_way<float>;
    CHECK(std::abs(recall_of(make, sizes, 200, 1, 20) - 0.25) < 0.06);
    CHECK(std::abs(recall_of(make, sizes, 200) - 0.25) < 1e-12);
    CHECK(std::abs(recall_of(make, sizes, 1250) - 0.04) < 1e-12);  // asked in three parts
}
