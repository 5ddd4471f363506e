#include "03_weighted_sum/bank_values.hpp"
#include "03_weighted_sum/cat_sat_mat.hpp"
#include "03_weighted_sum/in_xtensor.hpp"
#include "03_weighted_sum/symmetries.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "01_similarity/bank.hpp"
#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <stdexcept>

using namespace attention;
using tests::difference;

namespace
{

const Matrix X = {{1, 0}, {0, 1}, {1, 1}};  // cat, sat, mat

Vector weights_of(std::size_t word) { return softmax(score_row(row_of(X, word), X)); }

}  // namespace

TEST_CASE("cat, sat, mat: weights in closed form")
{
    const double e = std::numbers::e;
    CHECK(difference(weights_of(0), Vector{e / (1 + 2 * e), 1 / (1 + 2 * e), e / (1 + 2 * e)}) < 1e-15);
    CHECK(difference(weights_of(1), Vector{1 / (1 + 2 * e), e / (1 + 2 * e), e / (1 + 2 * e)}) < 1e-15);
    CHECK(difference(weights_of(2), Vector{1 / (2 + e), 1 / (2 + e), e / (2 + e)}) < 1e-15);
}

TEST_CASE("cat, sat, mat: the outputs, and that sat's is cat's with its coordinates swapped")
{
    CHECK(difference(weighted_sum(weights_of(0), X), Vector{0.844638, 0.577681}) < 5e-7);
    CHECK(difference(weighted_sum(weights_of(1), X), Vector{0.577681, 0.844638}) < 5e-7);
    CHECK(difference(weighted_sum(weights_of(2), X), Vector{0.788058, 0.788058}) < 5e-7);
}

TEST_CASE("the printed outputs follow from the printed weights, and are wrong all the same")
{
    CHECK(difference(weighted_sum({0.42, 0.16, 0.42}, X), Vector{0.84, 0.58}) < 1e-12);
    CHECK(difference(weighted_sum({0.18, 0.33, 0.49}, X), Vector{0.67, 0.82}) < 1e-12);
    CHECK(difference(weighted_sum({0.18, 0.18, 0.64}, X), Vector{0.82, 0.82}) < 1e-12);
    CHECK(difference(weights_of(0), Vector{0.42, 0.16, 0.42}) < 0.005);
    CHECK(difference(weights_of(1), Vector{0.18, 0.33, 0.49}) > 0.05);
    CHECK(difference(weights_of(2), Vector{0.18, 0.18, 0.64}) > 0.05);
}

TEST_CASE("weights that sum to 1 keep the output within each column of the values")
{
    const Matrix V = {{1, 10, -3}, {2, -20, 5}, {4, 40, 0}, {-1, 0, 2}};
    for (const Vector& scores : {Vector{0, 0, 0, 0}, Vector{3, -2, 1, 0}, Vector{-50, 60, 0, 1}}) {
        const Vector output = weighted_sum(softmax(scores), V);
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const Vector column = column_of(V, c);
            CHECK(output(c) >= xt::amin(column)() - 1e-12);
            CHECK(output(c) <= xt::amax(column)() + 1e-12);
        }
    }
}

TEST_CASE("values that are all equal come out unchanged")
{
    const Matrix V = {{7, -1}, {7, -1}, {7, -1}};
    CHECK(difference(weighted_sum(softmax({3, 1, 2}), V), Vector{7, -1}) < 1e-14);
}

TEST_CASE("a weighted sum is linear in the values")
{
    const Vector w = {0.2, 0.5, 0.3};
    const Matrix U = {{1, 2}, {3, 4}, {5, 6}};
    const Matrix sum = 2.0 * U + X;
    const Vector parts = 2.0 * weighted_sum(w, U) + weighted_sum(w, X);
    CHECK(difference(weighted_sum(w, sum), parts) < 1e-14);
}

TEST_CASE("edges: no values, no columns, one value")
{
    CHECK(difference(weighted_sum({}, xt::zeros<double>({0, 2})), Vector{0, 0}) == 0.0);
    CHECK(weighted_sum({0.5, 0.5}, xt::zeros<double>({2, 0})).size() == 0);
    CHECK(difference(weighted_sum(Vector({1}), {{3, 4}}), Vector{3, 4}) == 0.0);
}

TEST_CASE("a NaN or an infinity in a value reaches its own column, even at weight 0")
{
    const Matrix V = {{1, tests::infinity}, {2, 3}};
    const Vector output = weighted_sum({0, 1}, V);
    CHECK(output(0) == 2.0);
    CHECK(std::isnan(output(1)));
}

TEST_CASE("there must be as many weights as values")
{
    CHECK_THROWS_MATCHES(weighted_sum({0.5, 0.5}, X), std::invalid_argument,
                         Message("weighted_sum: 2 weights were given but V has 3 rows; each value needs one weight"));
}

TEST_CASE("bank takes mostly river, and ends with much water and almost no money; and the other way round")
{
    const Vector from_river = weighted_sum(softmax(score_row(bank::q, bank::river.K)), bank::river_V);
    const Vector from_money = weighted_sum(softmax(score_row(bank::q, bank::money.K)), bank::money_V);
    CHECK(difference(from_river, Vector{1.391664, -0.604059, 0.122364, 0}) < 5e-7);
    CHECK(difference(Vector(bank::before + from_river), Vector{1.891664, -0.104059, 1.122364, 0}) < 5e-7);
    CHECK(difference(from_money, Vector{from_river(1), from_river(0), from_river(2), from_river(3)}) < 1e-15);
}

TEST_CASE("computed weights have both symmetries, the printed ones neither")
{
    Matrix computed = xt::zeros<double>({3, 3});
    for (std::size_t i = 0; i < 3; ++i) set_row(computed, i, weights_of(i));
    const Symmetries right = symmetries_of(computed);
    CHECK(difference(right.sat, row_of(computed, 1)) < 1e-15);
    CHECK_THAT(right.in_cat, WithinAbs(std::numbers::e, 1e-14));
    CHECK_THAT(right.in_mat, WithinAbs(std::numbers::e, 1e-14));

    const Symmetries wrong = symmetries_of(cat_sat_mat::printed_weights);
    CHECK(difference(wrong.sat, row_of(cat_sat_mat::printed_weights, 1)) > 0.05);
    CHECK(wrong.in_mat - wrong.in_cat > 0.5);
}

TEST_CASE("loops and xtensor agree on chapter 3")
{
    const Matrix V = {{1, 10, -3}, {2, -20, 5}, {4, 40, 0}, {-1, 0, 2}};
    const Vector weights = {0.1, 0.4, 0.2, 0.3};
    CHECK(difference(in_xtensor::weighted_sum(weights, V), weighted_sum(weights, V)) < 1e-14);
    CHECK(difference(in_xtensor::weighted_sum(Vector({1}), {{3, 4}}), Vector{3, 4}) == 0.0);
}
