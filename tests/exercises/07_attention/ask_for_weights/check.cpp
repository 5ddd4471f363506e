#include "tests/exercises/07_attention/ask_for_weights/task.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "07_attention/attention.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <numbers>

using namespace attention;

namespace
{

/// The weights that some queries get. One query too short or too long is refused by the chapter's code.
Matrix weights_of(const Matrix& queries)
{
    return dot_product_attention(queries, cat_sat_mat::X, cat_sat_mat::X).weights;
}

}  // namespace

TEST_CASE("three queries for three rows of weights")
{
    const Matrix weights = {{0.5, 0.25, 0.25}, {0.2, 0.2, 0.6}, {0.6, 0.3, 0.1}};
    const Matrix first_two = xt::view(weights, xt::all(), xt::range(0, 2));
    const Matrix queries = {{0, std::log(0.5)}, {std::log(3.0), std::log(3.0)}, {-std::log(3.0), -std::log(6.0)}};
    const Matrix ratios = xt::exp(queries);
    const Matrix columns = {
        {queries(0, 1), queries(0, 0)}, {queries(1, 1), queries(1, 0)}, {queries(2, 1), queries(2, 0)}};
    check::ask(
        {.call = "the weights of queries_for_weights() over cat, sat, mat",
         .answer = [&] { return weights_of(queries_for_weights()); },
         .expected = weights,
         .mistakes =
             {{"weights_as_queries", weights_of(first_two),
               "You took weights for queries. Softmax comes between a score and its weight, so scores are "
               "logarithms."},
              {"third_key_ignored", weights_of(xt::log(first_two)),
               "Cat and sat have the right ratio, but mat does not: its score is the sum of the other two, so you "
               "cannot choose it freely.",
               1e-3},
              {"ratios_without_logarithm", weights_of(ratios),
               "Your queries are ratios of weights. A difference of scores is the logarithm of such a ratio.", 1e-3},
              {"ratios_turned_round", weights_of(-queries),
               "Each preference is turned round: the ratios are upside down. The larger weight needs the larger "
               "score.",
               1e-3},
              {"cat_and_sat_exchanged", weights_of(columns),
               "The two numbers of each query have changed places: the first is what cat scores, the second what sat does.",
               1e-3},
              {"another_base", weights_of(queries * std::numbers::log2e),
               "Your logarithms have base 2. Softmax is made of powers of e, so it wants natural logarithms.", 1e-3},
              {"another_base", weights_of(queries * std::numbers::log10e),
               "Your logarithms have base 10. Softmax is made of powers of e, so it wants natural logarithms.", 1e-3},
              {"for_scaled_scores", weights_of(queries * std::sqrt(2.0)),
               "These queries suit scores that are divided by the square root of d_k = 2. Here they are not.", 1e-3},
              {"one_number_a_key", check::throws("std::invalid_argument", "Q has d_k = 3"),
               "A query has as many numbers as a key, and that is 2. You gave a number for each key instead."}},
         .properties = {check::property("rounded_too_much",
                                        "Almost: no weight is off by more than 0.003. Did you round the queries too "
                                        "much? Give 4 decimals, or let std::log work them out.",
                                        [&](const check::Value& value) { return !check::agree(weights, value, 3e-3); }),
                        check::rows_sum_to_one()},
         .tolerance = 1e-4});
}
