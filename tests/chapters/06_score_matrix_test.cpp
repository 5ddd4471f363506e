#include "06_score_matrix/in_xtensor.hpp"
#include "06_score_matrix/loops_and_blas.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "06_score_matrix/softmax_columns.hpp"

#include "05_queries_keys_values/bank_projections.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

using namespace attention;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

TEST_CASE("two queries, three keys: every pair by hand")
{
    const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
    const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
    const Matrix expected = {{3, 3, 0}, {1, -1, 1}};
    CHECK(difference(score_matrix_by_loops(Q, K), expected) == 0.0);
    CHECK(difference(score_matrix(Q, K), expected) == 0.0);
}

TEST_CASE("cat, sat, mat: the scores are symmetric, since queries and keys are the same")
{
    const Matrix X = {{1, 0}, {0, 1}, {1, 1}};
    CHECK(difference(score_matrix(X, X), Matrix{{1, 0, 1}, {0, 1, 1}, {1, 1, 2}}) == 0.0);
}

TEST_CASE("loops, BLAS and xtensor agree up to rounding, whatever the shapes")
{
    common::Random random(6);
    for (int i = 0; i < 200; ++i) {
        const std::size_t n = random.below(30);
        const std::size_t m = random.below(30);
        const std::size_t d_k = random.below(30);
        INFO(n << " " << m << " " << d_k);
        const Matrix Q = random.normal_matrix(n, d_k);
        const Matrix K = random.normal_matrix(m, d_k);
        CHECK(difference(score_matrix(Q, K), score_matrix_by_loops(Q, K)) < 1e-13);
        CHECK(difference(score_matrix_without_copies(Q, K), score_matrix_by_loops(Q, K)) < 1e-13);
        CHECK(difference(in_xtensor::score_matrix(Q, K), score_matrix_by_loops(Q, K)) < 1e-13);
        CHECK(difference(in_xtensor::score_matrix(Q, Q), score_matrix_by_loops(Q, Q)) < 1e-13);
    }
}

TEST_CASE("the river bank: every word asks every word, and scores are not symmetric")
{
    const Roles roles = roles_of(bank::the_river_bank.X, bank::W);
    const Matrix scores = score_matrix(roles.Q, roles.K);
    CHECK(difference(scores, Matrix{{0, 1, 0.5}, {0, 0, 0}, {0, 2, 1}}) == 0.0);
    CHECK(scores(2, 1) != scores(1, 2));
}

TEST_CASE("softmax down the columns gives each key a whole to share, not each query")
{
    const Matrix weights = softmax_columns({{0, 1}, {0, 3}, {0, 2}});
    for (std::size_t i = 0; i < 3; ++i) CHECK_THAT(weights(i, 0), WithinAbs(1.0 / 3, 1e-15));
    CHECK(difference(column_of(weights, 1), Vector{0.090031, 0.665241, 0.244728}) < 5e-7);
}

TEST_CASE("the comparison of loops and BLAS finds the same scores, and times all three")
{
    const Comparison found = compare_loops_and_blas(70, 50, 30);
    CHECK(found.apart < 1e-13);
    CHECK(found.loops_seconds > 0.0);
    CHECK(found.in_place_seconds > 0.0);
    CHECK(found.blas_seconds > 0.0);
}

TEST_CASE("entry (i, j) is query i with key j, not the other way round")
{
    common::Random random(7);
    const Matrix Q = random.normal_matrix(3, 4);
    const Matrix K = random.normal_matrix(5, 4);
    const Matrix scores = score_matrix(Q, K);
    CHECK_THAT(scores(2, 4), WithinAbs(dot(row_of(Q, 2), row_of(K, 4)), 1e-14));
    const Matrix swapped = score_matrix(K, Q);
    const Matrix back = xt::transpose(swapped);
    CHECK(difference(scores, back) < 1e-14);
}

TEST_CASE("Q and K that share their numbers get a matrix of the right shape all the same")
{
    // xtensor-blas takes a factor at the same address for the transpose of the other; our product takes containers.
    const Matrix X = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
    const Matrix first_two = xt::view(X, xt::range(0, 2), xt::all());
    CHECK(difference(score_matrix(first_two, X), score_matrix_by_loops(first_two, X)) == 0.0);
    CHECK((score_matrix(first_two, X).shape() == Matrix::shape_type{2, 4}));
}

TEST_CASE("edges: no queries, no keys, no coordinates")
{
    for (const auto& product : {score_matrix, score_matrix_by_loops, in_xtensor::score_matrix}) {
        CHECK((product(xt::zeros<double>({0, 3}), xt::ones<double>({2, 3})).shape() == Matrix::shape_type{0, 2}));
        CHECK((product(xt::ones<double>({2, 3}), xt::zeros<double>({0, 3})).shape() == Matrix::shape_type{2, 0}));
        CHECK(difference(product(xt::ones<double>({2, 0}), xt::ones<double>({3, 0})),
                         Matrix(xt::zeros<double>({2, 3}))) == 0.0);
    }
}

TEST_CASE("NaN and infinity stay in the rows and columns they belong to")
{
    const Matrix Q = {{1, 2}, {not_a_number, 0}, {3, 1}};
    const Matrix K = {{1, 1}, {infinity, 1}};
    for (const auto& product : {score_matrix, score_matrix_by_loops}) {
        const Matrix scores = product(Q, K);
        CHECK(scores(0, 0) == 3.0);
        CHECK(scores(0, 1) == infinity);
        CHECK(std::isnan(scores(1, 0)));
        CHECK(scores(2, 0) == 4.0);
    }
}

TEST_CASE("queries and keys of different lengths are refused")
{
    const Matrix Q = xt::zeros<double>({2, 4});
    const Matrix K = xt::zeros<double>({5, 3});
    CHECK_THROWS_MATCHES(
        score_matrix(Q, K), std::invalid_argument,
        Message("score_matrix: Q has d_k = 4 columns but K has 3; queries and keys must have the same d_k"));
    CHECK_THROWS_AS(score_matrix_by_loops(Q, K), std::invalid_argument);
    CHECK_THROWS_AS(in_xtensor::score_matrix(Q, K), std::invalid_argument);
}
