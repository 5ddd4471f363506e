#include "22_kv_cache/generation.hpp"
#include "22_kv_cache/growth.hpp"
#include "22_kv_cache/multiplications.hpp"
#include "22_kv_cache/multiplied.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

/// The table of the lesson: sums in closed form, where the code adds up step by step.
std::uint64_t in_closed_form(Redone again, std::uint64_t n, std::uint64_t d)
{
    if (again == Redone::everything) return 3 * n * (n + 1) / 2 * d * d + n * (n + 1) * (n + 2) / 3 * d;
    if (again == Redone::keys_and_values) return n * (n + 2) * d * d + n * (n + 1) * d;
    return 3 * n * d * d + n * (n + 1) * d;
}

}  // namespace

TEST_CASE("two words, d = 1, multiplications by hand")
{
    CHECK(multiplications(Redone::everything, 2, 1).projections == 3 + 6);
    CHECK(multiplications(Redone::everything, 2, 1).attention == 2 + 6);
    CHECK(multiplications(Redone::keys_and_values, 2, 1).projections == 3 + 5);
    CHECK(multiplications(Redone::keys_and_values, 2, 1).attention == 2 + 4);
    CHECK(multiplications(Redone::nothing, 2, 1).projections == 3 + 3);
    CHECK(multiplications(Redone::nothing, 2, 1).attention == 2 + 4);
}

TEST_CASE("the formulas of the lesson, in closed form")
{
    for (const Redone again : ways) {
        for (const std::uint64_t n : {0U, 1U, 2U, 7U, 1000U})
            CHECK(multiplications(again, n, 48).total() == in_closed_form(again, n, 48));
    }
}

TEST_CASE("the count of a text that is written is the count by formula")
{
    for (const Redone again : ways) {
        for (const std::size_t n : {1U, 2U, 13U}) {
            CHECK(counted_multiplications(again, n, 16) == in_closed_form(again, n, 16));
            CHECK(counted_multiplications(again, n, 32) == in_closed_form(again, n, 32));
        }
    }
}

TEST_CASE("a number counts products, and nothing else")
{
    Multiplied::take_count();
    const Multiplied a = 3.0F;
    const Multiplied b = 2.0F;
    CHECK(exp((a + b - a / b) - Multiplied(3.5F)).value() == 1.0F);
    CHECK(b < a);
    CHECK(Multiplied::take_count() == 0);
    CHECK((a * b * a).value() == 18.0F);
    CHECK(Multiplied::take_count() == 2);
    CHECK(Multiplied::take_count() == 0);
}

TEST_CASE("three ways to write a text find the same in every bit")
{
    const Matrix kept = written(Redone::nothing, 40, 32);
    CHECK((written(Redone::everything, 40, 32) == kept));
    CHECK((written(Redone::keys_and_values, 40, 32) == kept));
}

TEST_CASE("what a written text finds is a single causal pass over it")
{
    const Matrix one_pass = in_one_pass(40, 32);
    CHECK(difference(written(Redone::nothing, 40, 32), one_pass) < 2e-6);
    CHECK(difference(row_of(in_one_pass(17, 32), 16), row_of(one_pass, 16)) < 1e-12);  // the same words
    CHECK(xt::amax(xt::abs(one_pass))() > 0.5);
    const Agreement found = agreement(24, 16);
    CHECK(found.bit_for_bit);
    CHECK(found.from_one_pass < 2e-6);
    CHECK(found.largest == xt::amax(xt::abs(in_one_pass(24, 16)))());
}

TEST_CASE("a power of n is found again")
{
    std::vector<CostOfText> costs;
    for (const std::size_t n : {10U, 20U, 40U}) {
        CostOfText cost;
        cost.n = n;
        cost.seconds = {1e-6 * static_cast<double>(n * n * n), 1e-3, 0.5 * static_cast<double>(n)};
        costs.push_back(cost);
    }
    CHECK(difference(Vector{exponent(costs, [](const CostOfText& cost) { return cost.seconds[0]; }),
                            exponent(costs, [](const CostOfText& cost) { return cost.seconds[1]; }),
                            exponent(costs, [](const CostOfText& cost) { return cost.seconds[2]; })},
                     Vector{3, 0, 1}) < 1e-12);
}

TEST_CASE("every way is counted and timed at every length")
{
    const std::vector<CostOfText> costs = costs_of_texts({1, 3}, 16);
    REQUIRE(costs.size() == 2);
    CHECK(costs[1].n == 3);
    for (std::size_t way = 0; way < ways.size(); ++way) {
        CHECK(costs[1].counts[way].total() == in_closed_form(ways[way], 3, 16));
        CHECK(costs[1].seconds[way] > 0.0);
    }
}
