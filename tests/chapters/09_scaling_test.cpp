#include "09_scaling/competing_keys.hpp"
#include "09_scaling/gradient_lengths.hpp"
#include "09_scaling/saturation.hpp"
#include "09_scaling/scaled_attention.hpp"

#include "07_attention/car.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

using namespace attention;
using tests::difference;

namespace
{
const Matrix X = {{1, 0}, {0, 1}, {1, 1}};
}  // namespace

TEST_CASE("cat, sat, mat, scaled by the square root of 2")
{
    const Attention found = scaled_dot_product_attention(X, X, X);
    CHECK(difference(found.weights, Matrix{{0.401112, 0.197776, 0.401112},
                                           {0.197776, 0.401112, 0.401112},
                                           {0.248255, 0.248255, 0.503490}}) < 6e-7);
    CHECK(difference(found.output, Matrix{{0.802224, 0.598888}, {0.598888, 0.802224}, {0.751745, 0.751745}}) < 6e-7);
}

TEST_CASE("an example in which every size differs, and d_k = 5 is no square")
{
    const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
    const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
    const Matrix V = {{1, 10, 0, 7, -2, 3}, {2, 20, 5, -1, 0, 8}, {4, 40, -3, 2, 6, -5}};
    const Attention found = scaled_dot_product_attention(Q, K, V);
    CHECK(difference(found.weights, Matrix{{0.442201, 0.442201, 0.115599}, {0.415137, 0.169725, 0.415137}}) < 6e-7);
    CHECK(difference(found.output, Matrix{{1.788996, 17.889963, 1.864208, 2.884401, -0.190810, 4.286216},
                                          {2.415137, 24.151373, -0.396785, 3.566510, 1.660549, 0.527529}}) < 6e-7);
}

TEST_CASE("the exercise by hand and the car, scaled")
{
    const Matrix K = {{1, 1}, {1, 0}};
    CHECK_THAT(scaled_dot_product_attention({{1, 0}, {0, 1}}, K, K).output(1, 1), WithinAbs(0.669762, 5e-7));
    CHECK_THAT(scaled_dot_product_attention(car::seen, car::related, car::speaks_for_a_car).output(0, 0),
               WithinAbs(0.512329, 5e-7));
    CHECK_THAT(dot_product_attention(car::seen / 8.0, car::related, car::speaks_for_a_car).output(0, 0),
               WithinAbs(0.448391, 5e-7));
}

TEST_CASE("features written four times over, at half the size, change nothing once scores are scaled")
{
    // The dot product stays, d_k grows fourfold: the scale must halve, as if the queries were half as long.
    common::Random random(9);
    const Matrix Q = random.normal_matrix(3, 2);
    const Matrix K = random.normal_matrix(4, 2);
    const Matrix V = random.normal_matrix(4, 3);
    const auto fourfold = [](const Matrix& M) {
        Matrix wide = xt::zeros<double>({M.shape(0), 4 * M.shape(1)});
        for (std::size_t i = 0; i < M.shape(0); ++i) {
            for (std::size_t c = 0; c < wide.shape(1); ++c) wide(i, c) = M(i, c % M.shape(1)) / 2;
        }
        return wide;
    };
    CHECK(difference(scaled_dot_product_attention(fourfold(Q), fourfold(K), V).output,
                     scaled_dot_product_attention(Q / 2.0, K, V).output) < 1e-14);
}

TEST_CASE("edges: one coordinate, and none")
{
    CHECK(difference(scaled_dot_product_attention({{2}}, {{1}, {0}}, {{1}, {3}}).output,
                     dot_product_attention({{2}}, {{1}, {0}}, {{1}, {3}}).output) == 0.0);
    const Matrix mean = scaled_dot_product_attention(xt::zeros<double>({1, 0}), xt::zeros<double>({3, 0}), X).output;
    CHECK(difference(mean, Matrix{{2.0 / 3, 2.0 / 3}}) < 1e-15);
    CHECK_THROWS_AS(scaled_dot_product_attention(xt::zeros<double>({2, 4}), xt::zeros<double>({5, 3}), X),
                    std::invalid_argument);
}

TEST_CASE("the dot product of two random vectors has variance d_k, and 1 after scaling")
{
    common::Random random(10);
    for (const std::size_t d_k : {1U, 4U, 25U, 100U}) {
        const Matrix scores = random_scores(d_k, 64, 300, random);
        const auto d = static_cast<double>(d_k);
        CHECK_THAT(score_variance(scores) / d, WithinAbs(1.0, 0.1));
        CHECK_THAT(score_variance(scores / std::sqrt(d)), WithinAbs(1.0, 0.1));
    }
}

TEST_CASE("the variance of a few numbers, by hand")
{
    CHECK(score_variance({{1, 2}, {3, 4}}) == 1.25);
    CHECK(score_variance({{7, 7, 7}}) == 0.0);
}

TEST_CASE("the gradient that comes through softmax is the Jacobian times what arrives, and sums to 0")
{
    common::Random random(11);
    for (int i = 0; i < 50; ++i) {
        const Vector weights = softmax(random.normal_vector(6));
        const Vector g = random.normal_vector(6);
        const Matrix J = softmax_jacobian(weights);
        const Vector expected = score_row(g, J);  // J is symmetric
        const Vector found = gradient_through_softmax(weights, g);
        CHECK(difference(found, expected) < 1e-15);
        CHECK_THAT(xt::sum(found)(), WithinAbs(0.0, 1e-15));
    }
    CHECK_THROWS_AS(gradient_through_softmax({0.5, 0.5}, Vector({1})), std::invalid_argument);
}

TEST_CASE("saturation of two rows, by hand")
{
    // One row is sure of itself, the other has no opinion.
    const Saturation found = saturation({{1000, 0}, {0, 0}}, {{1, -1}, {1, -1}});
    CHECK_THAT(found.entropy, WithinAbs(std::log(2.0) / 2, 1e-15));
    CHECK_THAT(found.largest_weight, WithinAbs(0.75, 1e-15));
    CHECK(found.vanished == 0.5);
    CHECK_THROWS_AS(saturation({{1, 2}}, {{1, 2, 3}}), std::invalid_argument);
}

TEST_CASE(
    "without scaling attention chooses by accident as d_k grows; with it, it does not; divided by d_k it is blind")
{
    common::Random random(12);
    const auto measure = [&](std::size_t d_k, double divisor) {
        const Matrix scores = random_scores(d_k, 64, 40, random);
        return saturation(scores / divisor, random.normal_matrix(scores.shape(0), 64));
    };
    CHECK(measure(1024, 1.0).entropy < 0.3);
    CHECK(measure(1024, 1.0).vanished > 0.4);
    CHECK(measure(1024, 32.0).vanished == 0.0);
    CHECK_THAT(measure(1024, 32.0).entropy, WithinAbs(3.69, 0.1));
    CHECK(measure(1024, 1024.0).entropy > std::log(64.0) - 0.002);
}

TEST_CASE("without scaling the gradient vanishes at softmax's input as d_k grows; with it, it stays")
{
    const common::Random random(12);
    const auto at_softmax = [&](std::size_t d_k, double divisor) {
        return gradient_lengths(d_k, 64, divisor, 40, random).at_softmax;
    };
    CHECK(at_softmax(1024, 1.0) < 0.02 * at_softmax(16, 1.0));
    CHECK_THAT(at_softmax(1024, 32.0) / at_softmax(16, 4.0), WithinAbs(1.0, 0.15));
}

TEST_CASE("only the root keeps the gradient level both at softmax's input and at the query")
{
    const common::Random random(12);
    const auto lengths = [&](std::size_t d_k, double divisor) {
        return gradient_lengths(d_k, 64, divisor, 20, random);
    };
    const GradientLengths short_keys = lengths(4, 2.0);
    const GradientLengths long_keys = lengths(256, 16.0);
    CHECK_THAT(short_keys.at_weights, WithinAbs(8.0, 0.2));  // the root of 64
    CHECK_THAT(long_keys.at_softmax / short_keys.at_softmax, WithinAbs(1.0, 0.2));
    CHECK_THAT(long_keys.at_query / short_keys.at_query, WithinAbs(1.0, 0.2));
    CHECK(long_keys.at_scores < 0.25 * short_keys.at_scores);  // 2/16 of it: longer keys make up for that

    const GradientLengths by_size = lengths(256, 256.0);
    CHECK(by_size.at_softmax > 0.5 * lengths(4, 4.0).at_softmax);
    CHECK(by_size.at_query < 0.2 * lengths(4, 4.0).at_query);  // the division takes it, not softmax
    CHECK(lengths(4, 1.0).at_softmax > short_keys.at_softmax);
    CHECK(lengths(64, 1.0).at_query > lengths(64, 8.0).at_query);  // longer keys hide the loss, for a while
    CHECK(lengths(1024, 1.0).at_query < 0.2 * lengths(1024, 32.0).at_query);
}

TEST_CASE("what comes through softmax depends on how many keys compete: 1/m each, and nothing past a winner")
{
    for (const std::size_t m : {2U, 4U, 64U}) {
        const Vector found = push_on_two(evenly(m));
        CHECK_THAT(found(0), WithinAbs(1.0 / static_cast<double>(m), 1e-15));
        CHECK_THAT(found(1), WithinAbs(-1.0 / static_cast<double>(m), 1e-15));
    }
    CHECK(difference(push_on_two(evenly(1)), Vector{0, 0}) == 0.0);
}
