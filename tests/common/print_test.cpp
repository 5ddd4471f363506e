#include "common/print.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <stdexcept>

using common::number;
using common::numbers;

TEST_CASE("a number has fixed decimals, and zero has no sign")
{
    CHECK(number(0.5) == "0.5000");
    CHECK(number(-2.345, 1) == "-2.3");
    CHECK(number(-0.0) == "0.0000");
    CHECK(number(-0.00001, 4) == "0.0000");
    CHECK(number(3, 0) == "3");
    CHECK(number(tests::infinity) == "inf");
    CHECK(number(-tests::infinity) == "-inf");
    CHECK(number(-tests::not_a_number) == "nan");
}

TEST_CASE("large numbers have commas, and plain numbers no more decimals than they need")
{
    CHECK(common::with_commas(0) == "0");
    CHECK(common::with_commas(999) == "999");
    CHECK(common::with_commas(1000) == "1,000");
    CHECK(common::with_commas(12003045) == "12,003,045");
    CHECK(common::plain({0.5, 2, -1.25}) == "[0.5, 2, -1.25]");
    CHECK(common::plain({}) == "[]");
}

TEST_CASE("the numbers of a vector are in brackets")
{
    CHECK(numbers({1, -0.5}, 2) == "[1.00, -0.50]");
    CHECK(numbers({}) == "[]");
}

TEST_CASE("a table lines up, its first column left and the others right, also with letters beyond ASCII")
{
    common::Table table({"word", "n"});
    table.add_row({"été", "1"});
    table.add_row({"winter", "200"});
    CHECK(table.text() == "  word      n\n  été       1\n  winter  200\n");
    table.add_row({"河水▒", "3"});  // Chinese takes two columns, a block of grey one
    CHECK(table.text() == "  word      n\n  été       1\n  winter  200\n  河水▒     3\n");
    CHECK_THROWS_AS(table.add_row({"short"}), std::invalid_argument);
}

TEST_CASE("a matrix with the wrong number of names is refused")
{
    CHECK_THROWS_AS(common::print_matrix("M", {{1, 2}, {3, 4}}, {.rows = {"a"}}), std::invalid_argument);
    CHECK_THROWS_AS(common::print_matrix("M", {{1, 2}, {3, 4}}, {.columns = {"a"}}), std::invalid_argument);
}
