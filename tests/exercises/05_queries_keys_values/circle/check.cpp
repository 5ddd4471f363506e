#include "tests/exercises/05_queries_keys_values/circle/task.hpp"

#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/require.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

using namespace attention;

namespace
{

Matrix weights_of(const Pairing& pairing)
{
    common::require(pairing.W_Q.shape(0) == 4 && pairing.W_K.shape(0) == 4, "there must be four rows in each");
    common::require(pairing.W_Q.shape(1) == 2 && pairing.W_K.shape(1) == 2, "d_k must be 2");
    const Matrix keys_as_columns = xt::transpose(pairing.W_K);
    return softmax_rows(project_rows(pairing.W_Q, keys_as_columns));
}

/// The smallest weight that a word gives to the one so many places ahead.
double least(const check::Value& weights, std::size_t ahead)
{
    double smallest = 1.0;
    for (std::size_t i = 0; i < 4; ++i) smallest = std::min(smallest, weights.cells[4 * i + (i + ahead) % 4]);
    return smallest;
}

/// Scores that are the same in both directions give exp(S) that is symmetric up to a factor for each row, and then the
/// weights round the circle multiply to the same product in both directions.
bool is_tied(const check::Value& weights)
{
    double forwards = 0.0;
    double backwards = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
        forwards += std::log(weights.cells[4 * i + (i + 1) % 4]);
        backwards += std::log(weights.cells[4 * i + (i + 3) % 4]);
    }
    return std::abs(forwards - backwards) < 1e-9;
}

}  // namespace

TEST_CASE("each word attends to the next one")
{
    check::ask(
        {.call = "the weights of the four words with circle()",
         .answer = [] { return weights_of(circle()); },
         .mistakes = {{"not_four_words", check::throws("std::invalid_argument", "four rows"),
                       "Each projection needs a row for each of the four words."},
                      {"not_two_coordinates", check::throws("std::invalid_argument", "d_k"),
                       "Queries and keys have two coordinates here: each projection needs two columns."},
                      {"all_alike", Matrix(xt::ones<double>({4, 4}) / 4.0),
                       "Every word attends to all four alike. Do the arrows differ?"}},
         .properties = {
             check::property("not_finite", "The weights come out as NaN. Is every number an ordinary one?",
                             [](const check::Value& weights) {
                                 return std::all_of(weights.cells.begin(), weights.cells.end(),
                                                    [](double x) { return std::isfinite(x); });
                             }),
             check::property(
                 "attends_to_itself",
                 "Every word attends to itself most. The query of a word must point to the key of the next.",
                 [](const check::Value& weights) { return least(weights, 0) < 0.5; }),
             check::property("wrong_way_round",
                             "Every word attends to the one before it. The circle goes 0, 1, 2, 3: the query of word 0 "
                             "points where the key of word 1 does.",
                             [](const check::Value& weights) { return least(weights, 3) < 0.5; }),
             check::property("opposite", "Every word attends to the one across the circle, two places away.",
                             [](const check::Value& weights) { return least(weights, 2) < 0.5; }),
             check::property("tied",
                             "The scores are the same in both directions, as with W_Q = W_K. That makes a circle "
                             "impossible: any word you score high scores you just as high.",
                             [](const check::Value& weights) { return !is_tied(weights); }),
             check::property(
                 "some_words_miss",
                 "Not every word gives most of its weight to the next one. Look at the four words one by one.",
                 [](const check::Value& weights) { return least(weights, 1) > 0.3; }),
             check::property("too_weak",
                             "Every word leans towards the next one, but with no more than 0.9 of its weight. What "
                             "makes a softmax sharper?",
                             [](const check::Value& weights) { return least(weights, 1) > 0.9; })}});
}
