#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/car_by_scores.hpp"
#include "10_other_scores/contenders.hpp"
#include "10_other_scores/gaussian_features.hpp"
#include "10_other_scores/gaussian_process.hpp"
#include "10_other_scores/in_xtensor.hpp"
#include "10_other_scores/matched_sharpness.hpp"
#include "10_other_scores/other_scores.hpp"
#include "10_other_scores/regression.hpp"

#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"
#include "09_scaling/vehicles.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

using namespace attention;
using tests::difference;
using tests::not_a_number;

namespace
{

const Matrix X = {{1, 0}, {0, 1}, {1, 1}};

/// Every row moved by one vector.
Matrix moved(const Matrix& M, const Vector& by)
{
    Matrix result = M;
    for (std::size_t i = 0; i < M.shape(0); ++i) {
        const Vector row = row_of(M, i) + by;
        set_row(result, i, row);
    }
    return result;
}

Matrix weights_of(const Matrix& scores) { return softmax_rows(scores); }

double laplace_answer(const Matrix& observation)
{
    return laplace_attention(observation, car::related, car::speaks_for_a_car).output(0, 0);
}

}  // namespace

TEST_CASE("Laplace: cat, sat, mat, and its last row is that of the dot product")
{
    CHECK(difference(laplace_scores(X, X), Matrix{{0, -2, -1}, {-2, 0, -1}, {-1, -1, 0}}) == 0.0);
    const Attention found = laplace_attention(X, X, X);
    CHECK(difference(found.weights, Matrix{{0.665241, 0.090031, 0.244728},
                                           {0.090031, 0.665241, 0.244728},
                                           {0.211942, 0.211942, 0.576117}}) < 6e-7);
    CHECK(difference(found.output, Matrix{{0.909969, 0.334759}, {0.334759, 0.909969}, {0.788058, 0.788058}}) < 6e-7);
    CHECK(difference(row_of(found.weights, 2), row_of(dot_product_attention(X, X, X).weights, 2)) < 1e-15);
}

TEST_CASE("Laplace: the car, and what it answers to other observations")
{
    CHECK(difference(laplace_scores(car::seen, car::related),
                     Matrix{{-2.28, -3.6, -4.5, -2.52, -1.3, -4.22, -1.62, -5.5}}) < 1e-12);
    CHECK_THAT(laplace_answer(car::seen), WithinAbs(0.654110, 5e-7));
    CHECK_THAT(laplace_answer({{1, 1, 0, 0, 1, 0, 1, 0}}), WithinAbs(0.756555, 5e-7));
    CHECK_THAT(laplace_answer({{0.2, 0, 1, 0, 0, 0, 0, 1}}), WithinAbs(0.033252, 5e-7));
    CHECK_THAT(laplace_answer({{1, 0, 1, 0, 0, 0, 0, 1}}), WithinAbs(0.059607, 5e-7));
}

TEST_CASE("distances by hand, n queries by m keys")
{
    const Matrix Q = {{1, 2, 0}, {0, 0, 0}};
    const Matrix K = {{1, 2, 0}, {4, -2, 0}, {0, 0, 1}, {1, 1, 1}};
    CHECK(difference(laplace_scores(Q, K, 2.0), Matrix{{0, -3.5, -2, -1}, {-1.5, -3, -0.5, -1.5}}) == 0.0);
    CHECK(difference(gaussian_scores(Q, K, 0.5), Matrix{{0, -50, -12, -4}, {-10, -40, -2, -6}}) == 0.0);
}

TEST_CASE("cosine: lengths are taken out, and no gap exceeds 2")
{
    const Matrix Q = {{3, 0}, {0, 0}};
    const Matrix K = {{100, 0}, {-1, 0}, {1, 1}};
    CHECK(difference(cosine_scores(Q, K), Matrix{{1, -1, std::sqrt(0.5)}, {0, 0, 0}}) < 1e-15);
    const Vector weights = softmax({1, -1});
    CHECK_THAT(weights(0) / weights(1), WithinAbs(std::exp(2.0), 1e-12));
}

TEST_CASE("additive: a small network, by hand")
{
    const Matrix W_1 = {{1, 0}, {0, 2}};
    const Matrix W_2 = {{0.5, 1}};
    const Matrix scores = additive_scores({{1, 1}}, {{2}, {0}}, W_1, W_2, {1, -3});
    CHECK_THAT(scores(0, 0), WithinAbs(std::tanh(2.0) - 3 * std::tanh(4.0), 1e-15));
    CHECK_THAT(scores(0, 1), WithinAbs(std::tanh(1.0) - 3 * std::tanh(2.0), 1e-15));
}

TEST_CASE(
    "what changes no weight: the dot product does not see keys move, distances do not see keys and queries move together")
{
    common::Random random(10);
    const Matrix Q = random.normal_matrix(3, 4);
    const Matrix K = random.normal_matrix(5, 4);
    const Vector shift = random.normal_vector(4);
    CHECK(difference(weights_of(score_matrix(Q, moved(K, shift))), weights_of(score_matrix(Q, K))) < 1e-14);
    CHECK(difference(weights_of(score_matrix(moved(Q, shift), moved(K, shift))), weights_of(score_matrix(Q, K))) >
          0.01);
    for (const auto& score : {contenders::laplace(0.7), contenders::gaussian(0.7)}) {
        CHECK(difference(score(moved(Q, shift), moved(K, shift)), score(Q, K)) < 1e-13);
        CHECK(difference(weights_of(score(Q, moved(K, shift))), weights_of(score(Q, K))) > 0.01);
    }
    const Matrix longer = 7.0 * K;
    CHECK(difference(cosine_scores(Q, longer), cosine_scores(Q, K)) < 1e-15);
}

TEST_CASE("with the right features a dot product is a Gaussian score, up to rounding")
{
    common::Random random(11);
    for (int i = 0; i < 50; ++i) {
        const Matrix Q = random.normal_matrix(1 + random.below(6), 3);
        const Matrix K = random.normal_matrix(1 + random.below(6), 3);
        const double width = random.uniform(0.2, 2.0);
        CHECK(difference(weights_of(score_matrix(query_features(Q), key_features(K, width))),
                         weights_of(gaussian_scores(Q, K, width))) < 1e-12);
    }
}

TEST_CASE("attention from the scores of the dot product is dot-product attention")
{
    common::Random random(12);
    const Matrix Q = random.normal_matrix(3, 4);
    const Matrix K = random.normal_matrix(5, 4);
    const Matrix V = random.normal_matrix(5, 2);
    CHECK(difference(attention_from_scores(score_matrix(Q, K), V).output, dot_product_attention(Q, K, V).output) ==
          0.0);
}

TEST_CASE("a Cholesky factor squared is the matrix it came from")
{
    const Matrix C = {{4, 2, -2}, {2, 10, 5}, {-2, 5, 6}};
    const Matrix L = cholesky(C);
    CHECK(difference(L, Matrix{{2, 0, 0}, {1, 3, 0}, {-1, 2, 1}}) == 0.0);
    CHECK_THROWS_AS(cholesky({{1, 2}, {2, 1}}), std::invalid_argument);
    CHECK_THROWS_AS(cholesky({{1, 2}}), std::invalid_argument);
}

TEST_CASE("a Gaussian process passes through its points, and far from them knows nothing")
{
    const Vector x = {-1, 0, 0.5};
    const Vector y = {1, -0.5, 0.25};
    CHECK(difference(gaussian_process_mean(x, y, x), y) < 0.01);
    CHECK(difference(gaussian_process_mean(x, y, Vector({50})), Vector({0})) < 1e-12);
}

TEST_CASE("random curves have the variance and the smoothness they should")
{
    common::Random random(13);
    const Vector x = {0, 0.6, 3};
    double variance = 0;
    double near = 0;
    double far = 0;
    for (int i = 0; i < 4000; ++i) {
        const Vector y = random_curve(x, random);
        variance += y(0) * y(0) / 4000;
        near += y(0) * y(1) / 4000;
        far += y(0) * y(2) / 4000;
    }
    CHECK_THAT(variance, WithinAbs(1.0, 0.07));
    CHECK_THAT(near, WithinAbs(std::exp(-0.5), 0.06));
    CHECK_THAT(far, WithinAbs(0.0, 0.06));
}

TEST_CASE("near keys beat the dot product at guessing a curve, and nothing beats the process that drew it")
{
    const std::vector<Contender> three_scores = {
        {"uniform", contenders::uniform}, {"dot", score_matrix}, {"Laplace", contenders::laplace(0.1)}};
    common::Random random(14);
    const std::vector<Errors> errors = compare(three_scores, 20, 60, random);
    CHECK(errors[1].target < errors[0].target);
    CHECK(errors[2].target < 0.4 * errors[1].target);
    CHECK(errors[3].target < 0.5 * errors[2].target);
}

TEST_CASE("edges: no queries, no keys, no coordinates, a NaN")
{
    for (const auto& score : {contenders::laplace(1.0), contenders::gaussian(1.0), Score(cosine_scores)}) {
        CHECK((score(xt::zeros<double>({0, 2}), X).shape() == Matrix::shape_type{0, 3}));
        CHECK((score(X, xt::zeros<double>({0, 2})).shape() == Matrix::shape_type{3, 0}));
        const Matrix nothing = score(xt::zeros<double>({2, 0}), xt::zeros<double>({3, 0}));
        CHECK(difference(nothing, Matrix(xt::zeros<double>({2, 3}))) == 0.0);
        const Matrix spoilt = score({{1, not_a_number}, {1, 0}}, X);
        CHECK(std::isnan(spoilt(0, 0)));
        CHECK(!std::isnan(spoilt(1, 0)));
    }
}

TEST_CASE("shapes that do not fit and widths that are not positive are refused")
{
    CHECK_THROWS_MATCHES(
        laplace_scores(X, {{1, 2, 3}}), std::invalid_argument,
        Message("laplace_scores: Q has d_k = 2 columns but K has 3; queries and keys must have the same "
                "d_k"));
    CHECK_THROWS_MATCHES(gaussian_scores(X, X, 0.0), std::invalid_argument,
                         Message("gaussian_scores: the width is 0; it must be above 0"));
    CHECK_THROWS_AS(laplace_scores(X, X, -1.0), std::invalid_argument);
    CHECK_THROWS_AS(cosine_scores(X, {{1, 2, 3}}), std::invalid_argument);
    CHECK_THROWS_AS(key_features(X, 0.0), std::invalid_argument);
    CHECK_THROWS_AS(additive_scores(X, X, X, X, {1, 2, 3}), std::invalid_argument);
    CHECK_THROWS_MATCHES(
        attention_from_scores({{1, 2}}, X), std::invalid_argument,
        Message("attention_from_scores: scores have m = 2 columns but V has 3 rows; each key needs one "
                "value"));
}

TEST_CASE("scores made equally sharp have the entropy that was wanted")
{
    common::Random random(21);
    const Matrix scores = 0.3 * random.normal_matrix(5, 8);
    for (const double wanted : {2.0, 1.0, 0.3}) {
        const double factor = factor_for_entropy(scores, wanted);
        CHECK_THAT(mean_entropy(scores, factor), WithinAbs(wanted, 1e-9));
    }
    CHECK_THAT(factor_for_entropy(4.0 * scores, 1.0), WithinAbs(factor_for_entropy(scores, 1.0) / 4.0, 1e-9));
    CHECK_THROWS_AS(factor_for_entropy(scores, 3.0), std::invalid_argument);  // ln 8 is the most there can be
}

TEST_CASE("at equal sharpness no score tells cars from cycles clearly better than the dot product")
{
    const Matrix& seen = car::features_of_each;
    const Matrix dot_scores = score_matrix(seen, car::related);
    CHECK(car::gap(laplace_scores(seen, car::related)) > 1.5 * car::gap(dot_scores));  // as they are
    for (const Matrix& scores :
         {laplace_scores(seen, car::related), gaussian_scores(seen, car::related), cosine_scores(seen, car::related)})
        CHECK_THAT(car::gap_at_entropy(scores, 1.0), WithinAbs(car::gap_at_entropy(dot_scores, 1.0), 0.04));
}

TEST_CASE("distances without loops agree with distances by loops")
{
    common::Random random(22);
    for (int i = 0; i < 20; ++i) {
        const std::size_t d_k = 1 + random.below(5);
        const Matrix Q = random.normal_matrix(1 + random.below(4), d_k);
        const Matrix K = random.normal_matrix(1 + random.below(6), d_k);
        const double width = random.uniform(0.2, 2.0);
        CHECK(difference(in_xtensor::laplace_scores(Q, K, width), laplace_scores(Q, K, width)) < 1e-12);
        CHECK(difference(in_xtensor::gaussian_scores(Q, K, width), gaussian_scores(Q, K, width)) < 1e-11);
    }
    CHECK((in_xtensor::laplace_scores(xt::zeros<double>({0, 2}), X).shape() == Matrix::shape_type{0, 3}));
    CHECK((in_xtensor::gaussian_scores(X, xt::zeros<double>({0, 2})).shape() == Matrix::shape_type{3, 0}));
    CHECK_THROWS_AS(in_xtensor::laplace_scores(X, {{1, 2, 3}}), std::invalid_argument);
}

TEST_CASE("the mean squared error, by hand") { CHECK(mean_squared_error({1, 2, 3}, {1, 0, 4}) == 5.0 / 3.0); }
