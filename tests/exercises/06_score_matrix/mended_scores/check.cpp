#include "tests/exercises/06_score_matrix/mended_scores/task.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>

using namespace attention;

namespace
{

/// Q K, as if K were written with a key in each column.
Matrix times_untransposed(const Matrix& Q, const Matrix& K)
{
    const Matrix K_transposed = xt::transpose(K);
    return score_matrix_by_loops(Q, K_transposed);
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"score_matrix", "score_matrix_by_loops", "common::product", "common::product_transposed"});
}

TEST_CASE("square, but nothing symmetric")
{
    const Matrix Q = {{1, 2, 0}, {3, -1, 1}, {0, 1, 4}};
    const Matrix K = {{2, 1, 0}, {-1, 3, 5}, {4, 0, 1}};
    const Matrix right = score_matrix_by_loops(Q, K);
    const Matrix right_transposed = xt::transpose(right);
    const Matrix untransposed = times_untransposed(Q, K);
    const Matrix both = xt::transpose(untransposed);
    Matrix last_products = xt::zeros<double>({3, 3});
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) last_products(i, j) = Q(i, 2) * K(j, 2);
    }
    check::ask(
        {.call = "mended_scores(Q, K), with Q = [[1, 2, 0], ...], K = [[2, 1, 0], ...]",
         .answer = [&] { return mended_scores(Q, K); },
         .expected = right,
         .mistakes = {
             {"keys_as_columns", untransposed,
              "This is Q K, not Q K^T: you take a column of K for a key. Key j is row j."},
             {"keys_for_queries", right_transposed, "Your scores are transposed: entry (i, j) is query j with key i."},
             {"both_transposed", both, "Your scores are transposed, and keys are taken from the columns of K."},
             {"elementwise_product", Matrix(Q * xt::transpose(K)),
              "* multiplies number by number. Each score is a dot product: a row of Q with a row of K."},
             {"last_product_only", last_products,
              "Each score is the product of the last coordinates alone. They must be added up."}}});
}

TEST_CASE("more keys than queries, and another d_k")
{
    const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
    const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
    const Matrix right = score_matrix_by_loops(Q, K);
    Matrix third_missing = right;
    third_missing(0, 2) = third_missing(1, 2) = 0;
    Matrix cut = xt::zeros<double>({2, 2});
    Matrix two_coordinates = xt::zeros<double>({2, 3});
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t j = 0; j < 2; ++j) cut(i, j) = right(i, j);
        for (std::size_t j = 0; j < 3; ++j) two_coordinates(i, j) = Q(i, 0) * K(j, 0) + Q(i, 1) * K(j, 1);
    }
    check::ask({.call = "mended_scores(Q, K), with Q of shape (2, 5), K of shape (3, 5)",
                .answer = [&] { return mended_scores(Q, K); },
                .expected = right,
                .mistakes = {{"square_assumed", cut,
                              "There are as many columns as queries. There must be a column for each key."},
                             {"last_keys_missing", third_missing,
                              "The scores with the last key are all 0: does the loop over keys stop too early?"},
                             {"coordinates_missing", two_coordinates,
                              "Only the first two coordinates count. The inner loop must run over all d_k."}}});
}

TEST_CASE("fewer keys than queries, and the edges")
{
    const Matrix Q = {{1, 2}, {3, 4}, {5, 6}, {7, 9}};
    const Matrix K = {{1, -1}};
    check::ask({.call = "mended_scores(Q, K), with Q of shape (4, 2), K of shape (1, 2)",
                .answer = [&] { return mended_scores(Q, K); },
                .expected = Matrix{{-1}, {-1}, {-1}, {-2}}});
    const Matrix none = xt::zeros<double>({0, 2});
    check::ask({.call = "mended_scores(Q, no keys)",
                .answer = [&] { return mended_scores(Q, none); },
                .expected = Matrix(xt::zeros<double>({4, 0}))});
}
