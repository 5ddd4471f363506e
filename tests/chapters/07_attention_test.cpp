#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"
#include "07_attention/in_xtensor.hpp"
#include "07_attention/poor_test.hpp"
#include "07_attention/step_by_step.hpp"

#include "05_queries_keys_values/bank_in_context.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <stdexcept>

using namespace attention;
using tests::difference;
using tests::not_a_number;

namespace
{

const Matrix X = {{1, 0}, {0, 1}, {1, 1}};

}  // namespace

TEST_CASE("the river bank: every matrix from words to new vectors")
{
    const Steps steps = step_by_step(bank::the_river_bank.X, bank::W);
    CHECK(difference(steps.scores, Matrix{{0, 1, 0.5}, {0, 0, 0}, {0, 2, 1}}) == 0.0);
    CHECK(difference(row_of(steps.weights, 0), Vector{0.186324, 0.506480, 0.307196}) < 5e-7);
    CHECK(difference(row_of(steps.weights, 1), Vector{1.0 / 3, 1.0 / 3, 1.0 / 3}) < 1e-15);
    CHECK(difference(row_of(steps.weights, 2), Vector{0.090031, 0.665241, 0.244728}) < 5e-7);
    CHECK(difference(row_of(steps.after, 0), Vector{1.089759, -0.429681, 0.153598, 1}) < 1e-6);
    CHECK(difference(row_of(steps.after, 1), Vector{2.75, -0.25, 1.0 / 6, 0}) < 1e-15);
    CHECK(difference(row_of(steps.after, 2), Vector{1.891664, -0.104059, 1.122364, 0}) < 1e-6);
    CHECK(difference(row_of(steps.after, 2), bank::last_word_asks(bank::the_river_bank).after) < 1e-15);
}

TEST_CASE("the money bank mirrors it: the same scores and weights, water and money exchanged")
{
    const Steps river = step_by_step(bank::the_river_bank.X, bank::W);
    const Steps money = step_by_step(bank::the_money_bank.X, bank::W);
    CHECK(difference(money.scores, river.scores) == 0.0);
    CHECK(difference(money.weights, river.weights) == 0.0);
    for (const std::size_t word : {0U, 2U}) {  // the word between them differs
        CHECK_THAT(money.after(word, 0), WithinAbs(river.after(word, 1), 1e-15));
        CHECK_THAT(money.after(word, 1), WithinAbs(river.after(word, 0), 1e-15));
        CHECK(money.after(word, 2) == river.after(word, 2));
    }
}

TEST_CASE("an output that cannot be added to the words is refused")
{
    const Projections W = {.W_Q = {{1}, {1}}, .W_K = {{1}, {1}}, .W_V = {{1, 2, 3}, {4, 5, 6}}};
    CHECK_THROWS_MATCHES(
        step_by_step({{1, 2}}, W), std::invalid_argument,
        Message("step_by_step: words have 2 coordinates but values have 3; to add them, both need the same"));
}

TEST_CASE("attention by loops and as an xtensor user writes it are the same")
{
    common::Random random(7);
    for (const auto& [n, m, d_k, d_v] : {std::array<std::size_t, 4>{2, 3, 5, 6},
                                         {7, 4, 1, 2},
                                         {1, 6, 3, 1},
                                         {5, 1, 2, 4},
                                         {3, 0, 2, 4},
                                         {0, 3, 2, 4},
                                         {4, 3, 0, 2},
                                         {3, 2, 4, 0}}) {
        INFO(n << " " << m << " " << d_k << " " << d_v);
        const Matrix Q = 10.0 * random.normal_matrix(n, d_k);
        const Matrix K = random.normal_matrix(m, d_k);
        const Matrix V = random.normal_matrix(m, d_v);
        const Attention loops = dot_product_attention(Q, K, V);
        const Attention xtensor = in_xtensor::dot_product_attention(Q, K, V);
        REQUIRE(xtensor.output.shape() == loops.output.shape());
        REQUIRE(xtensor.weights.shape() == loops.weights.shape());
        CHECK(difference(xtensor.weights, loops.weights) < 1e-14);
        CHECK(difference(xtensor.output, loops.output) < 1e-13);
    }
    const Attention far = in_xtensor::dot_product_attention({{1000}, {-1000}}, {{1}, {1.001}}, {{1}, {2}});
    CHECK(difference(far.output, dot_product_attention({{1000}, {-1000}}, {{1}, {1.001}}, {{1}, {2}}).output) < 1e-14);
    CHECK_THROWS_AS(in_xtensor::dot_product_attention(X, {{1, 2, 3}}, {{1}}), std::invalid_argument);
    CHECK_THROWS_AS(in_xtensor::dot_product_attention(X, X, {{1}}), std::invalid_argument);
}

TEST_CASE("the exercise by hand lets three mistakes of four pass; four different sizes let none")
{
    const Noticed hand = mistakes_noticed(by_hand);
    CHECK_FALSE(hand.not_transposed);
    CHECK_FALSE(hand.keys_for_values);
    CHECK_FALSE(hand.roles_exchanged);
    CHECK(hand.down_columns);
    const Noticed sizes = mistakes_noticed(all_sizes_differ);
    CHECK(sizes.not_transposed);
    CHECK(sizes.keys_for_values);
    CHECK(sizes.roles_exchanged);
    CHECK(sizes.down_columns);
}

TEST_CASE("the order of the words changes nothing: each word comes out as it did before")
{
    const Steps steps = step_by_step(bank::the_river_bank.X, bank::W);
    const Steps moved = step_by_step({{0.5, 0.5, 1, 0}, {2, 0, 0, 0}, {0, 0, 0, 1}}, bank::W);  // bank river the
    for (std::size_t i = 0; i < 3; ++i) CHECK(difference(row_of(moved.after, i), row_of(steps.after, 2 - i)) < 1e-15);
}

TEST_CASE("cat, sat, mat: weights in closed form, and the outputs")
{
    const double e = std::numbers::e;
    const Attention found = dot_product_attention(X, X, X);
    const Matrix weights = {{e / (1 + 2 * e), 1 / (1 + 2 * e), e / (1 + 2 * e)},
                            {1 / (1 + 2 * e), e / (1 + 2 * e), e / (1 + 2 * e)},
                            {1 / (2 + e), 1 / (2 + e), e / (2 + e)}};
    CHECK(difference(found.weights, weights) < 1e-15);
    CHECK(difference(found.output, Matrix{{0.844638, 0.577681}, {0.577681, 0.844638}, {0.788058, 0.788058}}) < 5e-7);
}

TEST_CASE("the exercise by hand: output [[1, 0.5], [1, 0.731059]]")
{
    const Matrix K = {{1, 1}, {1, 0}};
    const Attention found = dot_product_attention({{1, 0}, {0, 1}}, K, K);
    CHECK(difference(found.weights, Matrix{{0.5, 0.5}, {0.731059, 0.268941}}) < 5e-7);
    CHECK(difference(found.output, Matrix{{1, 0.5}, {1, 0.731059}}) < 5e-7);
}

TEST_CASE("an example in which every size differs")
{
    const auto& [Q, K, V] = all_sizes_differ;
    const Attention found = dot_product_attention(Q, K, V);
    const double w = 1 / (2 + std::exp(-3.0));  // scores 3, 3, 0
    const double u = 1 / (2 + std::exp(-2.0));  // scores 1, -1, 1
    const Matrix weights = {{w, w, 1 - 2 * w}, {u, 1 - 2 * u, u}};
    CHECK(difference(found.weights, weights) < 1e-15);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t c = 0; c < 6; ++c) {
            const double expected = weights(i, 0) * V(0, c) + weights(i, 1) * V(1, c) + weights(i, 2) * V(2, c);
            CHECK_THAT(found.output(i, c), WithinAbs(expected, 1e-13));
        }
    }
}

TEST_CASE("the car: scores, weights and the one number that comes out")
{
    const Matrix scores = score_matrix(car::seen, car::related);
    CHECK(difference(scores, Matrix{{2.895, 2.02, 0.435, 2.56, 3.17, 0.71, 2.51, 0.07}}) < 1e-12);
    const Attention found = dot_product_attention(car::seen, car::related, car::speaks_for_a_car);
    CHECK(difference(found.weights,
                     Matrix{{0.227977, 0.095035, 0.019477, 0.163081, 0.300139, 0.025642, 0.155127, 0.013521}}) < 1e-6);
    CHECK((found.output.shape() == Matrix::shape_type{1, 1}));
    CHECK_THAT(found.output(0, 0), WithinAbs(0.627149, 5e-7));
}

TEST_CASE("what the car's features answer to other observations")
{
    const std::array<double, 4> expected = {0.671992, 0.294528, 0.225583,
                                            0.408750};  // car, motorcycle, bicycle, nothing
    REQUIRE(car::others.size() == expected.size());
    for (std::size_t i = 0; i < 4; ++i) CHECK_THAT(car::answer(car::others[i].seen), WithinAbs(expected[i], 5e-7));
}

TEST_CASE("the answer is a blend of the values, never above the largest: no probability")
{
    for (const double strength : {0.0, 1.0, 100.0, 1e6}) {
        const Matrix observation = strength * car::seen;
        CHECK(car::answer(observation) >= 0.01);
        CHECK(car::answer(observation) <= 0.95);
    }
}

TEST_CASE("the car's relations have one pair that is not symmetric")
{
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = 0; j < i; ++j) pairs += car::related(i, j) != car::related(j, i) ? 1U : 0U;
    }
    CHECK(pairs == 1);
    CHECK(car::related(3, 6) == 1.0);
    CHECK(car::related(6, 3) == 0.0);
}

TEST_CASE("an 11 in the first place would drown everything but the headlights")
{
    Matrix eleven = car::related;
    eleven(0, 0) = 11;
    const Attention found = dot_product_attention(car::seen, eleven, car::speaks_for_a_car);
    CHECK_THAT(found.weights(0, 0), WithinAbs(0.998865, 5e-7));
    CHECK_THAT(found.output(0, 0), WithinAbs(0.600040, 5e-7));
}

TEST_CASE("with a single key every weight is 1, whatever the queries")
{
    const Attention found = dot_product_attention(car::related, car::seen, {{0.6}});
    CHECK(difference(found.weights, Matrix(xt::ones<double>({8, 1}))) == 0.0);
}

TEST_CASE("one query and values of one number give one number")
{
    const Matrix output = dot_product_attention({{1, 2, 3}}, xt::ones<double>({4, 3}), {{1}, {2}, {3}, {6}}).output;
    CHECK((output.shape() == Matrix::shape_type{1, 1}));
    CHECK_THAT(output(0, 0), WithinAbs(3.0, 1e-15));
}

TEST_CASE("edges: no queries, no keys, no coordinates, no columns of values")
{
    CHECK((dot_product_attention(xt::zeros<double>({0, 2}), X, X).output.shape() == Matrix::shape_type{0, 2}));
    const Attention no_keys = dot_product_attention(X, xt::zeros<double>({0, 2}), xt::zeros<double>({0, 4}));
    CHECK(difference(no_keys.output, Matrix(xt::zeros<double>({3, 4}))) == 0.0);
    const Attention no_coordinates = dot_product_attention(xt::zeros<double>({2, 0}), xt::zeros<double>({3, 0}), X);
    CHECK(difference(row_of(no_coordinates.output, 0), Vector{2.0 / 3, 2.0 / 3}) < 1e-15);
    CHECK((dot_product_attention(X, X, xt::zeros<double>({3, 0})).output.shape() == Matrix::shape_type{3, 0}));
}

TEST_CASE("a NaN in a query spoils that query alone; one in a key spoils all")
{
    const Attention query = dot_product_attention({{1, 0}, {not_a_number, 1}}, X, X);
    CHECK(difference(row_of(query.output, 0), Vector{0.844638, 0.577681}) < 5e-7);
    CHECK(std::isnan(query.output(1, 0)));
    const Attention key = dot_product_attention({{1, 0}, {0, 1}}, {{1, 0}, {not_a_number, 1}}, {{1}, {2}});
    CHECK(std::isnan(key.output(0, 0)));
    CHECK(std::isnan(key.output(1, 0)));
    const Attention huge = dot_product_attention({{1e308, 0}}, {{1, 0}, {-1, 0}}, {{1}, {2}});
    CHECK(huge.output(0, 0) == 1.0);
}

TEST_CASE("shapes that do not fit are refused, with both numbers")
{
    CHECK_THROWS_MATCHES(dot_product_attention(xt::zeros<double>({2, 4}), xt::zeros<double>({5, 3}), X),
                         std::invalid_argument,
                         Message("dot_product_attention: Q has d_k = 4 columns but K has 3; queries and keys must have "
                                 "the same d_k"));
    CHECK_THROWS_MATCHES(dot_product_attention(X, X, {{1, 2}}), std::invalid_argument,
                         Message("dot_product_attention: K has m = 3 rows but V has 1; each key needs one value"));
}
