#include "tests/exercises/07_attention/attention_by_hand/task.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/blas.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// Broken where either row is what a slip makes of it, whatever the other row is.
check::Property no_row_is(const std::string& key, const std::string& sentence, const Matrix& slipped)
{
    return check::property(key, sentence, [=](const check::Value& value) {
        for (std::size_t i = 0; i < slipped.shape(0); ++i) {
            if (check::agree(slipped(i, 0), value.cells.at(2 * i), 1e-3) &&
                check::agree(slipped(i, 1), value.cells.at(2 * i + 1), 1e-3))
                return false;
        }
        return true;
    });
}

}  // namespace

TEST_CASE("an output by hand")
{
    const Matrix Q = {{1, 0}, {0, 1}};
    const Matrix K = {{1, std::log(3.0)}, {1, 0}, {1, std::log(2.0)}};
    const Matrix V = {{12, 0}, {0, 6}, {6, 18}};
    const Attention found = dot_product_attention(Q, K, V);

    const Matrix scores = score_matrix(Q, K);
    const Matrix shares = scores / Matrix{{3}, {std::log(6.0)}};
    const Matrix scores_by_key = xt::transpose(scores);
    const Matrix over_queries = xt::transpose(softmax_rows(scores_by_key));
    const char* const not_divided =
        "In one row you forgot to divide by the sum of the exponentials. Each query has such a sum.";
    check::ask(
        {.call = "output_by_hand()",
         .answer = output_by_hand,
         .expected = found.output,
         .mistakes =
             {{"no_exponential", common::product(shares, V),
               "You divided the scores by their sum. Softmax takes e to each score first: ln 3 becomes 3.", 1e-3},
              {"scores_as_weights", common::product(scores, V),
               "You blended with the scores themselves. Softmax comes between: weights sum to 1.", 1e-3},
              {"not_normalised", common::product(xt::exp(scores), V),
               "You forgot to divide the exponentials by their sum. The weights of a query sum to 1.", 1e-2},
              {"not_normalised", Matrix{{18, 24}, {48, 42}},
               "You forgot to divide by the sum of the exponentials. A blend is never larger than the largest value."},
              {"scaled_already", scaled_dot_product_attention(Q, K, V).output,
               "You divided the scores by the square root of 2. A good idea, but not asked for here.", 1e-3},
              {"softmax_over_queries", common::product(over_queries, V),
               "You let the two queries compete for each key. Each query makes a choice of its own, among the "
               "three keys.",
               1e-3},
              {"keys_and_values_swapped", dot_product_attention(Q, V, K).output,
               "You compared with V and blended K. Keys are compared with, values are handed over.", 1e-3},
              {"blended_the_keys", common::product(found.weights, K),
               "The weights are right, but you blended the keys with them. It is the values that are handed over.",
               1e-3},
              {"winner_takes_all", Matrix{{6, 8}, {12, 0}},
               "Query 2 takes the value of its best key and nothing else. Softmax gives the others a share, too."},
              {"no_preference_at_all", Matrix{{6, 8}, {6, 8}},
               "Both queries got the plain mean. One of them has different scores, and so it has a preference."},
              {"queries_exchanged", Matrix{{8, 7}, {6, 8}},
               "The two rows have changed places: the first belongs to query 1."}},
         .properties =
             {no_row_is("row_not_normalised", not_divided, {{18, 24}, {48, 42}}),
              no_row_is("row_not_normalised", not_divided, common::product(xt::exp(scores), V)),
              no_row_is(
                  "coordinates_exchanged",
                  "The two numbers of one row have changed places: the first is a blend of the first column of V.",
                  {{8, 6}, {7, 8}})},
         .secret = true,
         .tolerance = 1e-4});
}
