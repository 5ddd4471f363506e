#include "tests/exercises/07_attention/mended/task.hpp"

#include "07_attention/attention.hpp"

#include "common/blas.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <vector>

using namespace attention;
using check::not_a_number;

namespace
{

/// What comes of dividing by the wrong sums: by those of the columns, as a column, or by those of the rows, as a row.
struct WrongWeights {
    Matrix by_column_sums;
    Matrix by_sums_across;
};

WrongWeights wrong_weights(const Matrix& exps)
{
    const Matrix row_sums = xt::sum(exps, {1}, xt::keep_dims);     // (n, 1)
    const Matrix column_sums = xt::sum(exps, {0}, xt::keep_dims);  // (1, n)
    return {exps / xt::transpose(column_sums), exps / xt::transpose(row_sums)};
}

/// Some weights with rows replaced by one number, as a division by 0 or a guard against it leaves them.
Matrix with_rows(const Matrix& weights, const std::vector<std::size_t>& lost, double number)
{
    Matrix spoilt = weights;
    for (const std::size_t i : lost) {
        for (std::size_t j = 0; j < weights.shape(1); ++j) spoilt(i, j) = number;
    }
    return spoilt;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"dot_product_attention", "soft_lookup", "softmax_rows"}); }

TEST_CASE("three of each, nothing symmetric")
{
    const Matrix Q = {{1, 0, 2}, {-1, 1, 1}, {0, 2, -1}};
    const Matrix K = {{0, 1, 1}, {2, -1, 0}, {1, 0, -1}};
    const Matrix V = {{3, 1, 0}, {-2, 4, 1}, {5, 0, 7}};
    const Attention right = dot_product_attention(Q, K, V);
    const Matrix scores = score_matrix(Q, K);
    const Matrix keys_first = score_matrix(K, Q);
    const char* const keys_ask =
        "These rows belong to keys: here the keys ask, and the queries are looked at. The scores "
        "have a row for each query.";
    const char* const column_sums = "Each row is divided by the sum of a column. A query's exponentials are divided by "
                                    "their own sum.";
    const char* const across = "The sums are right, but they form a row: column j is divided by the sum of row j. Keep "
                               "them as a column, (n, 1).";
    std::vector<check::Mistake> mistakes = {
        {"keys_ask", softmax_rows(keys_first), keys_ask},
        {"not_transposed", softmax_rows(common::product(Q, K)),
         "Each query is multiplied with the columns of K, coordinate by coordinate across the keys. Q K^T is wanted."},
        {"elementwise_product", softmax_rows(Matrix(Q * xt::transpose(K))),
         "* multiplies number by number. Each score is a dot product: a row of Q with a row of K."},
        {"elementwise_product", Matrix(right.weights * V),
         "* multiplies number by number. The output is a product of matrices: weights times values, added up over the keys."},
        {"queries_not_keys", softmax_rows(score_matrix(Q, Q)),
         "These are the weights of the queries over the queries. Where are the keys?"},
        {"blended_the_keys", common::product(right.weights, K),
         "The weights are right, but the output is a blend of keys. It is the values that are handed over."},
        {"blended_the_queries", common::product(right.weights, Q),
         "The weights are right, but the output is a blend of queries. Where are the values?"},
        {"weights_on_their_side", common::product(xt::transpose(right.weights), V),
         "The weights are right, but the output takes them down the columns: A V is wanted."}};
    const Matrix largest_of_row = xt::amax(scores, {1}, xt::keep_dims);
    mistakes.push_back({"maximum_across", softmax_rows(Matrix(scores - xt::transpose(largest_of_row))),
                        "The largest scores are right, but they form a row: from column j you subtracted the largest "
                        "score of row j. Keep them as a column, (n, 1): xt::keep_dims does that."});
    // Below one maximum for all, and below the maximum of each row.
    for (const bool by_row : {false, true}) {
        const Matrix shift = largest_of_row * (by_row ? 1.0 : 0.0);
        const WrongWeights wrong = wrong_weights(xt::exp(scores - shift));
        const Matrix largest_of_keys = xt::amax(keys_first, {1}, xt::keep_dims);
        const Matrix shift_of_keys = largest_of_keys * (by_row ? 1.0 : 0.0);
        mistakes.push_back({"sums_of_columns", wrong.by_column_sums, column_sums});
        mistakes.push_back({"keep_dims_forgotten", wrong.by_sums_across, across});
        mistakes.push_back({"keys_ask", wrong_weights(xt::exp(keys_first - shift_of_keys)).by_column_sums, keys_ask});
    }
    for (const check::Mistake& mistake : check::lazy_maximum(scores)) mistakes.push_back(mistake);
    check::ask({.call = "mended_attention(Q, K, V), every matrix (3, 3)",
                .answer = [&] { return mended_attention(Q, K, V); },
                .expected = right,
                .mistakes = mistakes,
                .properties = {check::of("weights", check::rows_sum_to_one())}});
}

TEST_CASE("every size different")
{
    const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
    const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
    const Matrix V = {{1, 10, 0, 7, -2, 3}, {2, 20, 5, -1, 0, 8}, {4, 40, -3, 2, 6, -5}};
    const Attention right = dot_product_attention(Q, K, V);
    const Matrix narrow = xt::view(right.output, xt::all(), xt::range(0, 5));
    check::ask({.call = "mended_attention(Q, K, V), n = 2, m = 3, d_k = 5, d_v = 6",
                .answer = [&] { return mended_attention(Q, K, V); },
                .expected = right,
                .mistakes = {{"output_as_wide_as_keys", narrow,
                              "The output is as long as a key. It is a blend of values, so it has d_v columns."}},
                .properties = {check::of("weights", check::rows_sum_to_one())}});
}

TEST_CASE("scores near 1000 and -1000")
{
    const Matrix Q = {{0, 1}, {1000, 1}, {-1000, 1}};
    const Matrix K = {{1, 2}, {1.001, 0}};
    const Matrix V = {{1}, {10}};
    const Attention right = dot_product_attention(Q, K, V);
    const char* const one_for_all = "Once you subtract the largest score of all, the exponentials of the other queries "
                                    "are 0, and nothing is left of them. Each row needs its own maximum.";
    check::ask({.call = "mended_attention([[0, 1], [1000, 1], [-1000, 1]], K, V)",
                .answer = [&] { return mended_attention(Q, K, V); },
                .expected = right,
                .mistakes =
                    {{"one_maximum_for_all", with_rows(right.weights, {0, 2}, not_a_number), one_for_all},
                     {"one_maximum_for_all", with_rows(right.weights, {0, 2}, 0.0), one_for_all},
                     {"overflow", with_rows(right.weights, {1, 2}, not_a_number),
                      "exp(1000) is more than a double can hold. Subtract each row's largest score before you take the "
                      "exponential."},
                     {"largest_starts_at_zero", with_rows(right.weights, {2}, not_a_number),
                      "The query whose scores are all near -1000 got nothing. Does your search for the largest score "
                      "start at 0?"}},
                .properties = {check::of("weights", check::all_finite())}});
}
