#include "tests/exercises/09_scaling/mended_scale/task.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

namespace
{

struct Divisor {
    double number;
    std::string key;
    std::string sentence;
};

Attention expected(const Matrix& X, const Matrix& Y, const Projections& W)
{
    return scaled_dot_product_attention(project_rows(X, W.W_Q), project_rows(Y, W.W_K), project_rows(Y, W.W_V));
}

Projections random_projections(std::size_t d_model, std::size_t d_k, std::size_t d_v, common::Random& random)
{
    return {0.3 * random.normal_matrix(d_model, d_k), 0.3 * random.normal_matrix(d_model, d_k),
            random.normal_matrix(d_model, d_v)};
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"scaled_dot_product_attention"}); }

TEST_CASE("n = 2, m = 3, d_model = 11, d_k = 5, d_v = 6")
{
    common::Random random(check::seed());
    const Matrix X = random.normal_matrix(2, 11);
    const Matrix Y = random.normal_matrix(3, 11);
    const Projections W = random_projections(11, 5, 6, random);
    const Attention right = expected(X, Y, W);
    const Matrix scores = score_matrix(project_rows(X, W.W_Q), project_rows(Y, W.W_K));
    const double root = std::sqrt(5.0);

    const std::vector<Divisor> divisors = {
        {9, "root_of_d_model",
         "By measurement, you divide the scores by 9: that is the root of d_model = 11, cut off to 3, twice. "
         "Which size does a score add up over?"},
        {3, "root_of_d_model",
         "By measurement, you divide the scores by 3: that is the root of d_model = 11, its decimals cut "
         "off. A score adds up over d_k."},
        {std::sqrt(11.0), "root_of_d_model",
         "By measurement, you divide the scores by the root of 11, which is d_model. A score adds up over d_k."},
        {11, "root_of_d_model",
         "By measurement, you divide the scores by 11. That is d_model, or its root twice. A score adds up over d_k."},
        {4, "root_cut_off",
         "By measurement, you divide the scores by 4: that is the root of d_k = 5, cut off to 2, twice."},
        {2, "root_cut_off",
         "By measurement, you divide the scores by 2. The root of d_k = 5 is 2.236: a whole-number type has cut "
         "off its decimals."},
        {5, "divided_twice",
         "By measurement, you divide the scores by d_k = 5: by its root twice, or by d_k itself. A score has "
         "one factor from Q and one from K."},
        {1, "scale_forgotten", "By measurement, your scores are not divided by anything."},
        {1.0 / root, "multiplied", "By measurement, your scores are multiplied by the root of d_k."},
        {0.2, "multiplied", "By measurement, your scores are multiplied by d_k."},
        {std::sqrt(2.0), "root_of_n",
         "By measurement, you divide by the root of 2: of n, the number of queries, or of the whole part of d_model / d_k. "
         "A score adds up over d_k."},
        {std::sqrt(3.0), "root_of_m",
         "By measurement, you divide by the root of 3: of m, the number of keys. A score adds up over "
         "d_k."},
        {std::sqrt(6.0), "root_of_d_v",
         "By measurement, you divide by the root of 6. That is d_v, which has no part in the scores."},
        {std::sqrt(root), "fourth_root_once",
         "By measurement, you divide by the fourth root of d_k. That would be right on both Q and K, but you do it on only one."}};
    std::vector<check::Mistake> mistakes;
    for (const auto& [number, key, sentence] : divisors) {
        mistakes.push_back({key, softmax_rows(scores / number), sentence});
    }
    const char* const weights_divided =
        "Your weights do not sum to 1: you divided them after softmax. Divide the scores, "
        "before it.";
    for (const double number : {root, 2.0, 3.0, std::sqrt(11.0), 5.0}) {
        mistakes.push_back({"scaled_after_softmax", right.weights / number, weights_divided});
        mistakes.push_back({"scaled_after_softmax", softmax_rows(scores) / number, weights_divided});
        mistakes.push_back(
            {"output_divided", right.output / number,
             "The weights are right, but the output is divided once more. A blend of values needs no scale: "
             "its weights sum to 1."});
    }
    mistakes.push_back(
        {"one_divided_by_a_whole_number", xt::full_like(scores, 1.0 / 3.0),
         "Every key gets the same weight. Do you divide 1 by an `int` somewhere? With whole numbers, 1 / 2 is 0."});
    mistakes.push_back({"keys_and_values_swapped",
                        check::throws("std::invalid_argument", "Q has d_k = 5 columns but K has 6"),
                        "You compare the queries with the values. They do not even have the same size."});
    check::ask({.call = "mended_scale(X, Y, W), sizes 2, 3, 11, 5, 6",
                .answer = [&] { return mended_scale(X, Y, W); },
                .expected = right,
                .mistakes = mistakes,
                .properties = {check::of("weights", check::rows_sum_to_one())},
                .seed = check::seed()});
}

TEST_CASE("n = 4, m = 2, d_model = 3, d_k = 7, d_v = 1")
{
    common::Random random(check::seed());
    const Matrix X = random.normal_matrix(4, 3);
    const Matrix Y = random.normal_matrix(2, 3);
    const Projections W = random_projections(3, 7, 1, random);
    const Matrix scores = score_matrix(project_rows(X, W.W_Q), project_rows(Y, W.W_K));
    check::ask({.call = "mended_scale(X, Y, W), sizes 4, 2, 3, 7, 1",
                .answer = [&] { return mended_scale(X, Y, W); },
                .expected = expected(X, Y, W),
                .mistakes = {{"number_written_in", softmax_rows(scores / std::sqrt(5.0)),
                              "Here d_k is 7, and you divide by the root of 5. Read d_k from a shape."}},
                .seed = check::seed()});
}
