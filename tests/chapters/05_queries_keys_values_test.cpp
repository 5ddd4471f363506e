#include "05_queries_keys_values/bank_in_context.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/bases.hpp"
#include "05_queries_keys_values/it.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "05_queries_keys_values/tied_projections.hpp"

#include "01_similarity/bank.hpp"
#include "03_weighted_sum/bank_values.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>

using namespace attention;
using tests::difference;

namespace
{

const Matrix identity = {{1, 0}, {0, 1}};

}  // namespace

TEST_CASE("a word times a projection is the blend of the projection's rows")
{
    const Matrix W = {{1, 2, 3}, {10, 20, 30}};
    CHECK(difference(project({2, 1}, W), Vector{12, 24, 36}) == 0.0);
    CHECK(difference(project({0, 1}, W), row_of(W, 1)) == 0.0);
}

TEST_CASE("rows and columns: x W as a row is W^T x as a column")
{
    const Vector x = {2, -1};
    const Matrix W = {{1, 2, 3}, {10, 20, 30}};
    const Matrix W_transposed = xt::transpose(W);
    const Vector as_row = project(x, W);
    for (std::size_t i = 0; i < 3; ++i) CHECK(as_row(i) == dot(row_of(W_transposed, i), x));
}

TEST_CASE("one projection for both: a word may score itself lowest, but the longest word never does")
{
    const Matrix X = {{1, 0}, {3, 0}, {2, 1}};
    const Matrix scores = common::product_transposed(X, X);
    CHECK(scores(0, 0) < scores(0, 2));
    CHECK(scores(0, 2) < scores(0, 1));
    for (const std::size_t j : {0U, 2U}) CHECK(scores(1, 1) >= scores(1, j));
}

TEST_CASE("a sentence is projected word by word, into roles of different lengths")
{
    const Matrix X = {{1, 0}, {0, 1}, {1, 1}};
    const Projections W = {.W_Q = {{1, 0, 1}, {0, 1, 1}}, .W_K = {{2, 0, 0}, {0, 2, 0}}, .W_V = {{7}, {5}}};
    const Roles roles = roles_of(X, W);
    CHECK(difference(roles.Q, Matrix{{1, 0, 1}, {0, 1, 1}, {1, 1, 2}}) == 0.0);
    CHECK(difference(roles.K, Matrix{{2, 0, 0}, {0, 2, 0}, {2, 2, 0}}) == 0.0);
    CHECK(difference(roles.V, Matrix{{7}, {5}, {12}}) == 0.0);
}

TEST_CASE("edges: no words, no coordinates")
{
    CHECK((project_rows(xt::zeros<double>({0, 2}), xt::ones<double>({2, 3})).shape() == Matrix::shape_type{0, 3}));
    CHECK(difference(project({}, xt::zeros<double>({0, 2})), Vector{0, 0}) == 0.0);
}

TEST_CASE("words and projections that do not fit are refused")
{
    CHECK_THROWS_MATCHES(project({1, 2, 3}, {{1, 2}, {3, 4}}), std::invalid_argument,
                         Message("project: x has 3 coordinates but W has 2 rows; each coordinate needs a row"));
    CHECK_THROWS_MATCHES(
        project_rows({{1, 2, 3}}, {{1, 2}, {3, 4}}), std::invalid_argument,
        Message("project_rows: words have 3 coordinates but W has 2 rows; each coordinate needs a row"));
}

TEST_CASE("the projections by hand give \"the river bank\" the queries, keys and values of chapters 1 to 3")
{
    const Roles roles = roles_of(bank::the_river_bank.X, bank::W);
    CHECK(difference(roles.Q, Matrix{{0.5, 0.5}, {0, 0}, {1, 1}}) == 0.0);
    CHECK(difference(roles.K, Matrix{{0, 0}, {2, 0}, {0.5, 0.5}}) == 0.0);
    CHECK(difference(roles.V, Matrix{{0, 0, 0, 0}, {2, -1, 0, 0}, {0.25, 0.25, 0.5, 0}}) == 0.0);
    CHECK(difference(row_of(roles.Q, 2), bank::q) == 0.0);
    CHECK(difference(roles.K, bank::river.K) == 0.0);
    CHECK(difference(roles.V, bank::river_V) == 0.0);
    CHECK(difference(row_of(bank::the_river_bank.X, 2), bank::before) == 0.0);
    const Roles with_money = roles_of(bank::the_money_bank.X, bank::W);
    CHECK(difference(with_money.K, bank::money.K) == 0.0);
    CHECK(difference(with_money.V, bank::money_V) == 0.0);
}

TEST_CASE("the same word means something else in another sentence")
{
    const bank::Meaning river = bank::last_word_asks(bank::the_river_bank);
    CHECK(difference(river.scores, Vector{0, 2, 1}) == 0.0);
    CHECK(difference(river.weights, Vector{0.090031, 0.665241, 0.244728}) < 5e-7);
    CHECK(difference(river.output, Vector{1.391664, -0.604059, 0.122364, 0}) < 1e-6);
    CHECK(difference(river.after, Vector{1.891664, -0.104059, 1.122364, 0}) < 1e-6);
    const bank::Meaning money = bank::last_word_asks(bank::the_money_bank);
    CHECK(difference(money.before, river.before) == 0.0);
    CHECK(difference(money.weights, river.weights) == 0.0);
    CHECK(difference(money.after, Vector{river.after(1), river.after(0), river.after(2), 0}) < 1e-15);
}

TEST_CASE("with both words there, \"bank\" stays halfway")
{
    const bank::Meaning both = bank::last_word_asks(bank::the_river_money_bank);
    CHECK(difference(both.scores, Vector{0, 2, 2, 1}) == 0.0);
    CHECK_THAT(both.after(0), WithinAbs(both.after(1), 1e-15));
    CHECK(both.weights(1) == both.weights(2));
}

TEST_CASE("turning questions and answers together changes no score; a skew basis needs its dual")
{
    const Vector scores = {0, 2, 1};
    CHECK(difference(bank::scores_with_bases(identity, identity), scores) == 0.0);
    const double c = std::sqrt(3.0) / 2;
    const Matrix rotation = {{c, 0.5}, {-0.5, c}};
    CHECK(difference(bank::scores_with_bases(rotation, rotation), scores) < 1e-14);

    const Matrix skew = {{2, 0}, {1, 1}};
    const Matrix dual = {{0.5, -0.5}, {0, 1}};
    CHECK(difference(bank::scores_with_bases(skew, dual), scores) < 1e-14);
    CHECK(difference(bank::scores_with_bases(skew, skew), scores) > 1.0);
}

TEST_CASE("\"it\" looks for an animate noun and finds the cat, not itself")
{
    const Roles roles = roles_of(it::features, it::projections);
    const Vector scores = score_row(row_of(roles.Q, 3), roles.K);
    CHECK(difference(scores, Vector{4, 0, 2, 0, 0}) == 0.0);
    CHECK(softmax(scores)(0) > 0.8);
}

TEST_CASE(
    "one projection for both makes scores symmetric, and of two words one scores itself at least as high as the other")
{
    common::Random random(5);
    for (int i = 0; i < 50; ++i) {
        const Matrix XW = random.normal_matrix(5, 3);
        const Matrix XW_transposed = xt::transpose(XW);
        const Matrix S = project_rows(XW, XW_transposed);
        const Matrix S_transposed = xt::transpose(S);
        CHECK(difference(S, S_transposed) < 1e-14);
        for (std::size_t a = 0; a < 5; ++a) {
            CHECK_THAT(S(a, a), WithinAbs(std::pow(norm(row_of(XW, a)), 2), 1e-13));
            for (std::size_t b = 0; b < 5; ++b) CHECK(S(a, b) <= std::fmax(S(a, a), S(b, b)) + 1e-13);
            // A word that prefers another to itself is the shorter of the two, and the other one prefers itself.
            for (std::size_t b = 0; b < 5; ++b) CHECK((S(a, b) <= S(a, a) || S(b, b) > S(b, a)));
        }
        // Positive semidefinite: no combination of words scores itself below zero.
        const Vector u = random.normal_vector(5);
        CHECK(dot(u, project(u, S)) >= -1e-12);
    }
}

TEST_CASE("a measured gradient is the slope of each number, and leaves the matrix as it was")
{
    Matrix W = {{1, 2}, {3, 4}};
    const Matrix start = W;
    const auto loss = [&] { return W(0, 0) * W(0, 0) + 5 * W(0, 1) - W(1, 0) * W(1, 1); };
    CHECK(difference(measured_gradient(W, loss), Matrix{{2, 5}, {-4, -3}}) < 1e-8);
    CHECK(difference(W, start) == 0.0);
}

TEST_CASE("rock, paper, scissors: separate projections learn it, one projection never can", "[trained]")
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Trained separate = learn_rock_paper_scissors(false, seed);
        const Trained tied = learn_rock_paper_scissors(true, seed);
        CHECK(separate.loss < 0.05);
        CHECK(right_answers(separate) == 3);
        CHECK(tied.loss > std::log(3.0) - 1e-6);
        CHECK(tied.loss < std::log(3.0) + 0.02);
        CHECK(right_answers(tied) < 3);
    }
}

TEST_CASE("symmetric scores alone do no better than two equal weights, and a shared projection no better than three",
          "[trained]")
{
    common::Random random(8);
    for (int i = 0; i < 200; ++i) {
        const Matrix A = 3.0 * random.normal_matrix(3, 3);
        const Matrix symmetric = A + xt::transpose(A);
        CHECK(rock_paper_scissors_loss(symmetric) > std::log(2.0));
        CHECK(rock_paper_scissors_loss(scores_of_one_hot_words(A, A)) >= std::log(3.0));
    }
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Trained symmetric = learn_symmetric_scores(seed);
        CHECK(symmetric.loss > std::log(2.0));
        CHECK(symmetric.loss < std::log(2.0) + 0.02);
        CHECK(right_answers(symmetric) < 3);
    }
}

TEST_CASE("projections written by hand win at rock, paper, scissors")
{
    const Matrix W_Q = {{5, 0, 0}, {0, 5, 0}, {0, 0, 5}};
    const Matrix W_K = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
    const Matrix weights = softmax_rows(scores_of_one_hot_words(W_Q, W_K));
    for (std::size_t i = 0; i < 3; ++i) CHECK_THAT(weights(i, (i + 2) % 3), WithinAbs(0.986703, 5e-7));
}
