#include "tests/exercises/07_attention/row_by_row/task.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

// Every size different, nothing symmetric.
const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
const Matrix V = {{1, 10, 0, 7, -2, 3}, {2, 20, 5, -1, 0, 8}, {4, 40, -3, 2, 6, -5}};

Matrix rows(const Matrix& M, std::size_t begin, std::size_t end)
{
    return xt::view(M, xt::range(begin, end), xt::all());
}

Matrix columns(const Matrix& M, std::size_t begin, std::size_t end)
{
    return xt::view(M, xt::all(), xt::range(begin, end));
}

/// Some weights with a row replaced by one number, as a division by 0 or a guard against it leaves it.
Matrix with_row(const Matrix& weights, std::size_t i, double number)
{
    Matrix spoilt = weights;
    for (std::size_t j = 0; j < weights.shape(1); ++j) spoilt(i, j) = number;
    return spoilt;
}

/// Softmax of each column, as if queries competed for a key.
Matrix over_queries(const Matrix& scores)
{
    const Matrix by_key = xt::transpose(scores);
    return xt::transpose(softmax_rows(by_key));
}

const char* const queries_compete =
    "You let the queries compete for each key. Each query makes a choice of its own, among "
    "all keys: its weights sum to 1.";
const char* const with_the_values =
    "You compared a query with something of d_v numbers. Those are the values; queries are "
    "compared with keys.";
const char* const keys_by_queries =
    "Your loop over the keys stops at n, the number of queries. The weights are n by m: a column for each key.";

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"dot_product_attention", "soft_lookup", "softmax", "softmax_rows", "score_matrix",
                          "common::product", "common::product_transposed"});
}

TEST_CASE("one query, three keys")
{
    const Matrix q = {{0, 1, 2, -1, 1}};  // scores 3, 5, -3
    const Matrix scores = score_matrix(q, K);
    const Attention right = dot_product_attention(q, K, V);
    const Matrix exps = xt::exp(scores);
    const Matrix keys_blended = common::product(right.weights, K);
    const Matrix one_more = xt::zeros<double>({1, 1});
    const char* const blended_the_keys =
        "The weights are right, but you blended the keys. The output is a blend of values, d_v long.";
    const Matrix sum_of_values = xt::sum(right.output, {1}, xt::keep_dims);
    check::ask(
        {.call = "attention_row_by_row([[0, 1, 2, -1, 1]], K, V)",
         .answer = [&] { return attention_row_by_row(q, K, V); },
         .expected = right,
         .mistakes = {{"softmax_over_queries", Matrix{{1, 1, 1}}, queries_compete},
                      {"queries_counted_as_keys", Matrix{{1}}, keys_by_queries},
                      {"queries_counted_as_keys", Matrix{{1, 0, 0}}, keys_by_queries},
                      {"scores_as_weights", scores,
                       "These weights are the scores. Softmax is missing: exponentials, divided by their sum."},
                      {"not_normalised", exps,
                       "These are the exponentials. Divide those of a query by their sum, so that they sum to 1."},
                      {"not_normalised", exps / std::exp(5.0),
                       "These are the exponentials. Divide those of a query by their sum, so that they sum to 1."},
                      {"winner_takes_all", Matrix{{0, 1, 0}},
                       "The best key takes everything. Softmax gives each key a share, and equal scores equal shares."},
                      {"scaled_already", scaled_dot_product_attention(q, K, V).weights,
                       "You divided the scores by the square root of d_k. Here they are not scaled."},
                      {"keys_and_values_swapped",
                       check::throws("std::invalid_argument", "a has 5 coordinates but b has 6"), with_the_values},
                      {"keys_and_values_swapped", check::throws("std::invalid_argument", "but the keys have 6"),
                       with_the_values},
                      {"blended_the_keys", keys_blended, blended_the_keys},
                      {"blended_the_keys", xt::concatenate(xt::xtuple(keys_blended, one_more), 1), blended_the_keys},
                      {"output_as_wide_as_keys", columns(right.output, 0, 5),
                       "The output is as long as a key. It is a blend of values, so it has d_v columns."},
                      {"values_added_up", sum_of_values,
                       "You added up a whole value to one number. Each coordinate of the values is blended by itself."},
                      {"mean_of_values", common::product(xt::ones<double>({1, 3}) / 3.0, V),
                       "The output is the plain mean of the values: the weights are right, but they are not used."}}});
}

TEST_CASE("two queries")
{
    const Attention right = dot_product_attention(Q, K, V);
    const Matrix exps = xt::exp(score_matrix(Q, K));
    const double first_sum = exps(0, 0) + exps(0, 1) + exps(0, 2);
    const double second_sum = exps(1, 0) + exps(1, 1) + exps(1, 2);
    Matrix sum_kept = right.weights;
    Matrix other_sum_kept = right.weights;  // exponentials below the largest score of each query
    for (std::size_t j = 0; j < 3; ++j) {
        sum_kept(1, j) = exps(1, j) / (first_sum + second_sum);
        other_sum_kept(1, j) = exps(1, j) / std::exp(1.0) / (first_sum / std::exp(3.0) + second_sum / std::exp(1.0));
    }
    Matrix output_kept = right.output;
    for (std::size_t c = 0; c < 6; ++c) output_kept(1, c) += right.output(0, c);
    const Matrix first_for_all = rows(right.weights, 0, 1);
    check::ask(
        {.call = "attention_row_by_row(Q, K, V)",
         .answer = [&] { return attention_row_by_row(Q, K, V); },
         .expected = right,
         .mistakes = {{"sum_not_reset", sum_kept,
                       "The first query is right, and the second is divided by the sum of both. Start each query's sum "
                       "at 0."},
                      {"sum_not_reset", other_sum_kept,
                       "The first query is right, and the second is divided by the sum of both. Start each query's sum "
                       "at 0."},
                      {"output_not_reset", output_kept,
                       "The output of the second query still has the first one's in it. Start each blend at 0."},
                      {"one_query_for_all", xt::concatenate(xt::xtuple(first_for_all, first_for_all), 0),
                       "Both queries have the weights of the first. Does the score use query i?"},
                      {"only_the_first_query", with_row(right.weights, 1, 0.0),
                       "The second query has no weights. Does the outer loop run over all queries?"},
                      {"softmax_over_queries", over_queries(score_matrix(Q, K)), queries_compete}},
         .properties = {check::of("weights", check::none_negative()), check::of("weights", check::rows_sum_to_one())}});
}

TEST_CASE("scores near 1000 and -1000")
{
    const Matrix queries = {{-1000}, {1000}, {-1000}};
    const Matrix keys = {{1}, {1.001}};
    const Matrix values = {{1, 2, 3}, {5, 7, 11}};
    const Attention right = dot_product_attention(queries, keys, values);
    const Matrix third = with_row(right.weights, 2, not_a_number);
    const Matrix third_is_0 = with_row(right.weights, 2, 0.0);
    const char* const overflow =
        "exp(1000) is more than a double can hold, and exp(-1000) is rounded to 0. Subtract the "
        "query's largest score before you take the exponential.";
    const char* const from_0 =
        "The query whose scores are all near -1000 got nothing. Does your search for the largest "
        "score start at 0, or at something else that is above -1000?";
    const char* const kept = "The third query asks what the first asked, and gets another answer. Look for the largest "
                             "score of each query anew.";
    check::ask(
        {.call = "attention_row_by_row([[-1000], [1000], [-1000]], K, V)",
         .answer = [&] { return attention_row_by_row(queries, keys, values); },
         .expected = right,
         .mistakes = {{"overflow", xt::full_like(right.weights, not_a_number), overflow},
                      {"overflow", with_row(third_is_0, 0, 0.0) * with_row(right.weights, 1, not_a_number), overflow},
                      {"overflow", with_row(with_row(third_is_0, 0, 0.0), 1, not_a_number), overflow},
                      {"largest_starts_at_zero", with_row(third, 0, not_a_number), from_0},
                      {"largest_starts_at_zero", with_row(third_is_0, 0, 0.0), from_0},
                      {"largest_not_reset", third, kept},
                      {"largest_not_reset", third_is_0, kept}},
         .properties = {check::of("weights", check::all_finite())}});
}

TEST_CASE("a score of -infinity")
{
    const Matrix queries = {{1}, {2}};
    const Matrix keys = {{0.5}, {-infinity}, {1}};
    const Matrix values = {{1, 2}, {4, 8}, {16, 32}};
    check::ask({.call = "attention_row_by_row([[1], [2]], [[0.5], [-infinity], [1]], V)",
                .answer = [&] { return attention_row_by_row(queries, keys, values); },
                .expected = dot_product_attention(queries, keys, values)});
}

TEST_CASE("nothing to choose from")
{
    const Matrix queries = {{1}, {2}};
    const Matrix keys = {{-infinity}, {-infinity}, {-infinity}};
    const Matrix values = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    const Attention right = dot_product_attention(queries, keys, values);
    check::ask(
        {.call = "attention_row_by_row([[1], [2]], three keys of -infinity, V)",
         .answer = [&] { return attention_row_by_row(queries, keys, values); },
         .expected = right,
         .mistakes = {{"nothing_to_choose", xt::full_like(right.weights, not_a_number),
                       "Every score is -infinity, and you got NaN, from -infinity minus -infinity or from 0 / 0. Such "
                       "a query gets nothing: weights 0, output 0."},
                      {"evenly_from_nothing", xt::full_like(right.weights, 1.0 / 3.0),
                       "Every score is -infinity, and each key got the same. But none of them may be looked at: "
                       "weights 0, output 0."}}});
}

TEST_CASE("no keys at all")
{
    const Matrix queries = {{1, 2, 3}, {4, 5, 6}};
    const Matrix keys = xt::zeros<double>({0, 3});
    const Matrix values = xt::zeros<double>({0, 4});
    const Attention right = dot_product_attention(queries, keys, values);
    check::ask({.call = "attention_row_by_row(two queries, no keys, no values)",
                .answer = [&] { return attention_row_by_row(queries, keys, values); },
                .expected = right,
                .mistakes = {{"nothing_to_choose", xt::full_like(right.output, not_a_number),
                              "Without keys you divided 0 by 0, and the output is NaN. Nothing blended is 0."}}});
}

TEST_CASE("shapes of all kinds")
{
    common::Random random(check::seed());
    const Matrix queries = random.normal_matrix(4, 2);
    const Matrix keys = random.normal_matrix(3, 2);
    const Matrix values = random.normal_matrix(3, 7);
    check::ask({.call = "attention_row_by_row(Q, K, V), n = 4, m = 3, d_k = 2, d_v = 7",
                .answer = [&] { return attention_row_by_row(queries, keys, values); },
                .expected = dot_product_attention(queries, keys, values),
                .seed = check::seed()});
}
