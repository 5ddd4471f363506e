#include "01_similarity/bank.hpp"
#include "01_similarity/in_xtensor.hpp"
#include "01_similarity/similarity.hpp"

#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <stdexcept>

using namespace attention;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

TEST_CASE("the query [1, 0, 1] scores 2 with a key that equals it and 0 with one it shares nothing with")
{
    CHECK(dot({1, 0, 1}, {1, 0, 1}) == 2.0);
    CHECK(dot({1, 0, 1}, {0, 1, 0}) == 0.0);
}

TEST_CASE("a dot product is symmetric, and linear in each vector")
{
    const Vector a = {1, -2, 3};
    const Vector b = {4, 0.5, -1};
    const Vector c = {-2, 7, 2};
    const Vector sum = 2.0 * a + c;
    CHECK(dot(a, b) == dot(b, a));
    CHECK(dot(sum, b) == 2.0 * dot(a, b) + dot(c, b));
}

TEST_CASE("the sign tells whether two vectors point together, apart, or at a right angle")
{
    CHECK(dot({1, 0}, {3, 3}) > 0);
    CHECK(dot({1, 0}, {-2, 3}) < 0);
    CHECK(dot({1, 0}, {0, 5}) == 0);
}

TEST_CASE("length counts for the dot product, not for the cosine")
{
    CHECK(dot({1, 0}, {3, 3}) == 3.0);
    CHECK(dot({1, 0}, {1, 0}) == 1.0);
    CHECK_THAT(cosine({1, 0}, {3, 3}), WithinAbs(std::sqrt(0.5), 1e-15));
    CHECK(cosine({1, 0}, {1, 0}) == 1.0);
}

TEST_CASE("angles run from 0 to 180 degrees")
{
    CHECK(angle({2, 0}, {5, 0}) == 0.0);
    CHECK_THAT(angle({1, 0}, {3, 3}), WithinAbs(45.0, 1e-12));
    CHECK_THAT(angle({1, 0}, {0, 5}), WithinAbs(90.0, 1e-12));
    CHECK_THAT(angle({1, 0}, {-1, 0}), WithinAbs(180.0, 1e-12));
    // Rounding puts the cosine of these two a hair above 1; the angle must not become NaN.
    CHECK_THAT(angle({0.1, 0.2, 0.3}, {0.2, 0.4, 0.6}), WithinAbs(0.0, 1e-5));
}

TEST_CASE("a zero vector has no direction: cosine 0 with everything")
{
    CHECK(cosine({0, 0}, {3, 4}) == 0.0);
    CHECK(difference(direction({0, 0}), Vector{0, 0}) == 0.0);
}

TEST_CASE("no coordinates, and one")
{
    CHECK(dot({}, {}) == 0.0);
    CHECK(norm({}) == 0.0);
    CHECK(dot(Vector({3}), Vector({-4})) == -12.0);
    CHECK(norm(Vector({-4})) == 4.0);
}

TEST_CASE("infinity, NaN and huge numbers follow floating-point arithmetic")
{
    CHECK(dot({infinity, 1}, {2, 3}) == infinity);
    CHECK(dot({-infinity, 1}, {2, 3}) == -infinity);
    CHECK(std::isnan(dot({infinity, 1}, {0, 3})));
    CHECK(std::isnan(dot({not_a_number, 1}, {2, 3})));
    CHECK(dot({1e308, 1e308}, {1, 1}) == infinity);
    CHECK(dot({1e308, 0}, {10, 0}) == infinity);
}

TEST_CASE("a norm and a cosine survive where squares are too large or too small for a double")
{
    CHECK_THAT(norm({3e200, 4e200}) / 1e200, WithinAbs(5.0, 1e-14));
    CHECK_THAT(cosine({1e308, 0}, {1e308, 1e308}), WithinAbs(std::sqrt(0.5), 1e-15));
    CHECK_THAT(norm({3e-200, 4e-200}) / 1e-200, WithinAbs(5.0, 1e-14));
}

TEST_CASE("vectors of different lengths are refused, with both numbers")
{
    CHECK_THROWS_MATCHES(dot({1, 2, 3}, {1, 2}), std::invalid_argument,
                         Message("dot: a has 3 coordinates but b has 2; both vectors need the same number"));
    CHECK_THROWS_AS(cosine({1, 2}, {1, 2, 3}), std::invalid_argument);
    CHECK_THROWS_AS(angle({1}, {1, 2, 3}), std::invalid_argument);
}

TEST_CASE("a query is scored against every key")
{
    const Matrix K = {{1, 0}, {3, 3}, {-1, 0}};
    CHECK(difference(score_row({1, 2}, K), Vector{1, 9, -1}) == 0.0);
    CHECK(score_row({1, 2}, xt::zeros<double>({0, 2})).size() == 0);
    CHECK_THROWS_MATCHES(
        score_row({1, 2, 3}, K), std::invalid_argument,
        Message("score_row: q has 3 coordinates but the keys have 2; a query and its keys need the same "
                "number"));
}

TEST_CASE("bank scores its neighbours 0, 2 and 1, in either sentence")
{
    CHECK(difference(score_row(bank::q, bank::river.K), Vector{0, 2, 1}) == 0.0);
    CHECK(difference(score_row(bank::q, bank::money.K), Vector{0, 2, 1}) == 0.0);
}

TEST_CASE("a norm squared is the vector's dot product with itself")
{
    for (const Vector& a : {Vector{3, 4}, Vector{-1, 2, -2}, Vector{0, 0}, Vector{0.1, -0.7, 12, 3}}) {
        CHECK_THAT(norm(a) * norm(a), WithinAbs(dot(a, a), 1e-13));
    }
}

TEST_CASE("loops and xtensor agree on chapter 1")
{
    const Vector a = {1, -2, 3};
    const Vector b = {4, 0.5, -1};
    CHECK(in_xtensor::dot(a, b) == dot(a, b));
    CHECK_THAT(in_xtensor::norm(a), WithinAbs(norm(a), 1e-15));
    CHECK_THAT(in_xtensor::cosine(a, b), WithinAbs(cosine(a, b), 1e-15));
    CHECK(in_xtensor::dot({}, {}) == 0.0);

    const Matrix K = {{1, 0, 2}, {3, 3, -1}, {-1, 0, 0}, {0.5, 2, 7}};
    CHECK(difference(in_xtensor::score_row(a, K), score_row(a, K)) == 0.0);
    CHECK(difference(in_xtensor::score_row(bank::q, bank::money.K), score_row(bank::q, bank::money.K)) == 0.0);
    CHECK(in_xtensor::score_row({1, 2}, xt::zeros<double>({0, 2})).size() == 0);
}
