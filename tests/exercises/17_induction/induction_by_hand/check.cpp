#include "tests/exercises/17_induction/induction_by_hand/task.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/require.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

namespace
{

const std::vector<int> tokens = {0, 3, 1, 4, 2, 3, 1, 0, 3};  // five kinds; each has a first time

/// The places that have an earlier token of their kind, and where the head must look from there.
const std::vector<std::size_t> asking = {5, 6, 7};
const std::vector<std::size_t> places_after = {2, 3, 1};

/// A token, and the token before it, which the first layer has carried there; nothing before place 0.
Matrix carried()
{
    Matrix X = xt::zeros<double>({tokens.size(), std::size_t{10}});
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        X(t, static_cast<std::size_t>(tokens[t])) = 1.0;
        if (t > 0) X(t, 5 + static_cast<std::size_t>(tokens[t - 1])) = 1.0;
    }
    return X;
}

Attention attended(const Projections& W)
{
    for (const Matrix* M : {&W.W_Q, &W.W_K, &W.W_V}) {
        common::require(M->shape(0) == 10, "ten rows are needed");
    }
    common::require(W.W_Q.shape(1) == W.W_K.shape(1), "equal d_k are needed");
    common::require(W.W_V.shape(1) == 5, "five columns are needed");
    const Roles roles = roles_of(carried(), W);
    const std::size_t n = tokens.size();
    return scaled_dot_product_attention(roles.Q, roles.K, roles.V, causal_mask(n, n));
}

/// Some rows of a matrix.
Matrix rows_of(const Matrix& M, const std::vector<std::size_t>& rows)
{
    Matrix result = xt::zeros<double>({rows.size(), M.shape(1)});
    for (std::size_t r = 0; r < rows.size(); ++r) set_row(result, r, row_of(M, rows[r]));
    return result;
}

double cell(const check::Value& value, std::size_t r, std::size_t c, std::size_t columns)
{
    return value.cells[r * columns + c];
}

/// The smallest weight in the three rows on the places that are so far from the right ones.
double least_on(const check::Value& weights, const std::vector<std::size_t>& places)
{
    double smallest = 1.0;
    for (std::size_t r = 0; r < 3; ++r) smallest = std::min(smallest, cell(weights, r, places[r], tokens.size()));
    return smallest;
}

bool all_finite(const check::Value& value)
{
    return std::all_of(value.cells.begin(), value.cells.end(), [](double x) { return std::isfinite(x); });
}

/// Causal rows that do not care which token is where.
Matrix even_weights()
{
    Matrix even = xt::zeros<double>({3, 9});
    for (std::size_t r = 0; r < 3; ++r) {
        for (std::size_t j = 0; j <= asking[r]; ++j) even(r, j) = 1.0 / static_cast<double>(asking[r] + 1);
    }
    return even;
}

check::Property never(const std::string& key, const std::vector<std::size_t>& places, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& weights) { return least_on(weights, places) < 0.3; });
}

}  // namespace

TEST_CASE("where it looks")
{
    check::ask(
        {.call = "the weights from places 5, 6 and 7 of 0 3 1 4 2 3 1 0 3",
         .answer = [] { return rows_of(attended(induction_by_hand()).weights, asking); },
         .mistakes =
             {{"not_ten_rows", check::throws("std::invalid_argument", "ten rows"),
               "Each projection needs ten rows: five for the token, five for the token before."},
              {"unequal_d_k", check::throws("std::invalid_argument", "equal d_k"),
               "Queries and keys come out with different lengths: W_Q and W_K need the same number of columns."},
              {"not_five_columns", check::throws("std::invalid_argument", "five columns"),
               "W_V needs five columns: the output has a number for each token."},
              {"even_weights", even_weights(),
               "Every place spreads its weight evenly over all earlier ones. Do queries and keys differ from place to "
               "place?"}},
         .properties = {
             check::property("not_finite", "The weights come out as NaN. Is every number an ordinary one?", all_finite),
             never(
                 "looks_at_itself", asking,
                 "The head looks at its own place: queries and keys are made of the same half, so every place matches "
                 "itself best. Query and key play different parts here."),
             never("one_place_back", {4, 5, 6},
                   "The head looks one place back: it searches for the token that came before its own. You have the "
                   "two halves the wrong way around."),
             check::property(
                 "misses",
                 "The head does not look right after the earlier token of the same kind. Which half says what a "
                 "place has read, and which half says what came before it?",
                 [](const check::Value& weights) { return least_on(weights, places_after) > 0.3; }),
             check::property("too_weak",
                             "The head looks in the right direction, but with no more than 0.9 of its weight. Remember "
                             "that scores are divided by the root of d_k. What makes a softmax sharper?",
                             [](const check::Value& weights) { return least_on(weights, places_after) > 0.9; })}});
}

TEST_CASE("what it says")
{
    check::ask({.call = "the outputs at places 5, 6 and 7, a number for each token",
                .answer = [] { return rows_of(attended(induction_by_hand()).output, asking); },
                .properties = {
                    check::property("not_finite", "There are NaNs in the output. Is every number an ordinary one?",
                                    all_finite),
                    check::property("says_what_it_read",
                                    "It names the token that it has just read, which came **before** the place it "
                                    "looks at. Take the value from the other half.",
                                    [](const check::Value& output) {
                                        return cell(output, 0, 3, 5) < 0.5 || cell(output, 1, 1, 5) < 0.5;
                                    }),
                    check::property("not_one_hot",
                                    "The output is not the token at the place it looks at: about 1 for that one, about "
                                    "0 for the others.",
                                    [](const check::Value& output) {
                                        for (std::size_t r = 0; r < 3; ++r) {
                                            for (std::size_t c = 0; c < 5; ++c) {
                                                const bool is_next = static_cast<int>(c) == tokens[places_after[r]];
                                                const double is = cell(output, r, c, 5);
                                                if (std::abs(is - (is_next ? 1.0 : 0.0)) > 0.1) return false;
                                            }
                                        }
                                        return true;
                                    })}});
}
