#include "04_soft_lookup/animals.hpp"
#include "04_soft_lookup/in_xtensor.hpp"
#include "04_soft_lookup/slope.hpp"
#include "04_soft_lookup/soft_lookup.hpp"

#include "01_similarity/bank.hpp"
#include "03_weighted_sum/bank_values.hpp"

#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <stdexcept>

using namespace attention;
using tests::difference;

using animals::K;
using animals::V;

TEST_CASE("the hard dictionary finds what equals the query, and throws where nothing does")
{
    CHECK(difference(hard_lookup({0, 1, 0}, K, V), Vector{20, 4}) == 0.0);
    CHECK_THROWS_AS(hard_lookup({0, 0.9, 0.1}, K, V), std::out_of_range);
    CHECK_THROWS_AS(hard_lookup({0, 1}, xt::zeros<double>({0, 2}), xt::zeros<double>({0, 1})), std::out_of_range);
}

TEST_CASE("the hard dictionary takes the first of two equal keys, the soft one both")
{
    const Matrix twice = {{1, 0}, {1, 0}, {0, 1}};
    const Matrix values = {{2}, {4}, {100}};
    CHECK(difference(hard_lookup({1, 0}, twice, values), Vector({2})) == 0.0);
    const Lookup found = soft_lookup({1, 0}, twice, values, 50);
    CHECK(found.weights(0) == found.weights(1));
    CHECK_THAT(found.output(0), WithinAbs(3.0, 1e-12));
}

TEST_CASE("a key that appears twice counts twice")
{
    const Matrix doubled = {{1, 0}, {1, 0}, {0, 1}};
    const Lookup once = soft_lookup({1, 2}, {{1, 0}, {0, 1}}, {{1}, {2}});
    const Lookup twice = soft_lookup({1, 2}, doubled, {{1}, {1}, {2}});
    CHECK_THAT((twice.weights(0) + twice.weights(1)) / twice.weights(2),
               WithinAbs(2 * once.weights(0) / once.weights(1), 1e-12));
}

TEST_CASE("beta turns the blend into a choice")
{
    const Vector q = {0, 1, 0};
    CHECK_THAT(soft_lookup(q, K, V, 1).weights(1), WithinAbs(0.576117, 5e-7));
    CHECK_THAT(soft_lookup(q, K, V, 4).weights(1), WithinAbs(0.964663, 5e-7));
    CHECK_THAT(soft_lookup(q, K, V, 8).weights(1), WithinAbs(0.999330, 5e-7));
    CHECK(difference(soft_lookup(q, K, V, 1000).output, hard_lookup(q, K, V)) == 0.0);
    const Vector mean = {34, 8.0 / 3};
    CHECK(difference(soft_lookup(q, K, V, 0).output, mean) < 1e-14);
}

TEST_CASE("the sharpest soft lookup takes the best score, which need not be the equal key")
{
    const Matrix keys = {{1, 0}, {3, 3}};
    const Matrix values = {{10}, {20}};
    CHECK(hard_lookup({1, 0}, keys, values)(0) == 10);
    CHECK(soft_lookup({1, 0}, keys, values, 1000).output(0) == 20);
    CHECK(soft_lookup({0, 1, 1}, K, V, 1000).weights(1) == 0.5);  // a tie is shared, however sharp
}

TEST_CASE("a very sharp choice has no slope")
{
    CHECK(difference(slope_of_lookup({0, 1, 0}, 0, K, V, 1000), Vector{0, 0}) == 0.0);
}

TEST_CASE("a query of nothing gets the mean of all values")
{
    const Vector mean = {34, 8.0 / 3};
    CHECK(difference(soft_lookup({0, 0, 0}, K, V).output, mean) < 1e-14);
}

TEST_CASE("the soft output moves with the query, by a weight times how far its value is from the output")
{
    const Vector slope = slope_of_lookup({0, 1, 0}, 0, K, V);
    const Lookup found = soft_lookup({0, 1, 0}, K, V);
    const Vector expected = found.weights(0) * (Vector{80, 4} - found.output);
    CHECK(difference(slope, expected) < 1e-8);
}

TEST_CASE("edges: no keys, one key, a NaN in the query")
{
    const Lookup nothing = soft_lookup({1, 2}, xt::zeros<double>({0, 2}), xt::zeros<double>({0, 3}));
    CHECK(nothing.weights.size() == 0);
    CHECK(difference(nothing.output, Vector{0, 0, 0}) == 0.0);
    CHECK(difference(soft_lookup({1, 2}, {{-7, 3}}, {{5}}).output, Vector({5})) == 0.0);
    const Lookup lost = soft_lookup({tests::not_a_number, 0, 0}, K, V);
    CHECK(std::isnan(lost.output(0)));
}

TEST_CASE("sizes that do not fit are refused")
{
    CHECK_THROWS_MATCHES(
        hard_lookup({1, 2}, K, V), std::invalid_argument,
        Message("hard_lookup: q has 2 coordinates but the keys have 3; a query and its keys need the same "
                "number"));
    CHECK_THROWS_MATCHES(hard_lookup({1, 2, 3}, K, {{1}}), std::invalid_argument,
                         Message("hard_lookup: there are 3 keys but 1 values; each key needs a value"));
    CHECK_THROWS_AS(soft_lookup({1, 2}, K, V), std::invalid_argument);
    CHECK_THROWS_AS(soft_lookup({1, 2, 3}, K, {{1}}), std::invalid_argument);
}

TEST_CASE("bank asks its sentence, and gets the output of chapter 3")
{
    const Lookup found = soft_lookup(bank::q, bank::river.K, bank::river_V);
    CHECK(difference(found.weights, Vector{0.090031, 0.665241, 0.244728}) < 5e-7);
    CHECK(difference(found.output, Vector{1.391664, -0.604059, 0.122364, 0}) < 5e-7);
}

TEST_CASE("loops and xtensor agree on chapter 4")
{
    const Matrix keys = {{1, 0, 2}, {3, 3, -1}, {-1, 0, 0}, {0.5, 2, 7}};
    const Matrix values = {{1, 10}, {2, -20}, {4, 40}, {-1, 0}};
    for (const double beta : {0.0, 0.5, 1.0, -2.0, 1000.0}) {
        const Lookup loops = soft_lookup({0.5, 1, -0.25}, keys, values, beta);
        const Lookup whole = in_xtensor::soft_lookup({0.5, 1, -0.25}, keys, values, beta);
        CHECK(difference(whole.weights, loops.weights) < 1e-15);
        CHECK(difference(whole.output, loops.output) < 1e-13);
    }
}
