#include "tests/exercises/12_masks/masked_query/task.hpp"

#include "02_softmax/softmax.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

using MaySee = std::vector<bool>;

/// The scores, with a number in place of the hidden ones.
Vector replaced(const Vector& scores, const MaySee& may_see, double number)
{
    Vector result = scores;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (!may_see[j]) result(j) = number;
    }
    return result;
}

/// The scores, with a number added to the hidden ones.
Vector lowered(const Vector& scores, const MaySee& may_see, double number)
{
    Vector result = scores;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (!may_see[j]) result(j) += number;
    }
    return result;
}

/// What a softmax over only the visible keys gives.
Vector right(const Vector& scores, const MaySee& may_see) { return softmax(replaced(scores, may_see, -infinity)); }

/// A number in place of -infinity, inserted after the scores were scaled, or before.
void add_numbers(std::vector<check::Mistake>& mistakes, const Vector& scores, const MaySee& may_see, double root)
{
    const char* const finite =
        "You used a number for \"hidden\" that is not low enough: next to these scores a hidden key gets weight. No number "
        "is low enough for every score.";
    const char* const scaled =
        "You replaced hidden scores by a number, and then divided all scores by the root of d_k. That made the number "
        "small, and hidden keys get some weight.";
    const std::vector<double> numbers = {-1, -2, -5, -10, -20, -100, -1e3, -1e4, -1e5, -1e6, -1e8, -1e9};
    for (const double number : numbers) {
        mistakes.push_back({"number_for_hidden", softmax(replaced(scores, may_see, number)), finite});
        mistakes.push_back({"number_for_hidden", softmax(lowered(scores, may_see, number)), finite});
    }
    for (const double number : numbers) {
        mistakes.push_back({"number_scaled_afterwards", softmax(replaced(scores, may_see, number / root)), scaled});
        mistakes.push_back({"number_scaled_afterwards", softmax(lowered(scores, may_see, number / root)), scaled});
    }
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"scaled_dot_product_attention", "masked_softmax_rows", "masked_scores",
                          "softmax_with_number_for_forbidden", "mask_after_softmax"});
}

TEST_CASE("four keys, two of them hidden")
{
    const Vector q = {1, 0, 2, -1, 3};
    const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}, {0, 1, 1, 0, 1}};
    const MaySee may_see = {false, true, true, false};
    const MaySee the_others = {true, false, false, true};
    const Vector raw = {7, 3, -2, 5};
    const double root = std::sqrt(5.0);
    const Vector scores = raw / root;
    const Vector weights = right(scores, may_see);
    const Vector cut = softmax(scores) * Vector{0, 1, 1, 0};
    const Vector exps = xt::exp(scores) * Vector{0, 1, 1, 0};
    const Vector shifted = xt::exp(scores - scores(1)) * Vector{0, 1, 1, 0};
    const Vector visible = {weights(1), weights(2)};
    const Vector after = weights / root;
    std::vector<check::Mistake> mistakes = {
        {"mask_ignored", softmax(scores), "These are the weights without any mask."},
        {"mask_inverted", right(scores, the_others),
         "You hid the visible keys and showed the hidden ones. True means: may be seen."},
        {"masked_after_softmax", cut,
         "Your weights do not sum to 1: hidden keys were in the sum, and were removed afterwards."},
        {"masked_after_softmax", softmax(raw) * Vector{0, 1, 1, 0},
         "Your weights do not sum to 1: hidden keys were in the sum, and were removed afterwards."},
        {"zero_for_hidden", softmax(replaced(scores, may_see, 0)),
         "You replaced hidden scores by 0. That is an ordinary score with the exponential 1, so hidden keys get weight."},
        {"zero_for_hidden", softmax(replaced(raw, may_see, 0)),
         "You replaced hidden scores by 0. That is an ordinary score with the exponential 1, so hidden keys get weight."},
        {"scale_forgotten", right(raw, may_see), "You did not divide the scores by the square root of d_k."},
        {"divided_by_d_k", right(raw / 5, may_see), "You divided by d_k. Divide by its square root."},
        {"root_of_m", right(raw / 2, may_see),
         "You divided by 2. That is the root of the number of keys, or the root of d_k with its decimals cut off."},
        {"root_of_visible", right(raw / std::sqrt(2.0), may_see),
         "You divided by the root of 2, the number of visible keys. A score is a sum over d_k coordinates."},
        {"scaled_after_softmax", after,
         "Your weights sum to 1 over the root of d_k. Divide the scores, before softmax."},
        {"scaled_after_softmax", right(raw, may_see) / root,
         "Your weights sum to 1 over the root of d_k. Divide the scores, before softmax."},
        {"not_normalised", exps, "These are the exponentials of the visible scores. Divide them by their sum."},
        {"not_normalised", shifted, "These are the exponentials of the visible scores. Divide them by their sum."},
        {"hidden_left_out", visible,
         "You gave weights only to the visible keys. A hidden key keeps its place among the m, with weight 0."},
        {"hidden_marked_by_infinity", replaced(weights, may_see, -infinity),
         "A hidden key has the weight -infinity. That may be its score; its weight is 0."}};
    add_numbers(mistakes, scores, may_see, root);
    check::ask({.call = "masked_query(q, K, {no, yes, yes, no})",
                .answer = [&] { return masked_query(q, K, may_see); },
                .expected = weights,
                .mistakes = mistakes,
                .properties = {check::none_negative(), check::rows_sum_to_one()}});
}

TEST_CASE("a query that may see nothing")
{
    const Vector q = {1, 2, 0};
    const Matrix K = {{3, 1, 0}, {0, 1, 2}};
    const MaySee nothing = {false, false};
    const Vector scores = Vector{5, 2} / std::sqrt(3.0);
    const char* const all =
        "A query that may see nothing sees everything: you lowered every score by the same amount, which "
        "keeps the differences, and softmax depends only on differences.";
    check::ask(
        {.call = "masked_query(q, K, {no, no})",
         .answer = [&] { return masked_query(q, K, nothing); },
         .expected = Vector{0, 0},
         .mistakes = {{"nothing_gives_nan", Vector{not_a_number, not_a_number},
                       "A query that may see nothing came out as NaN: somewhere you divide 0 by 0, or subtract "
                       "-infinity from -infinity."},
                      {"nothing_seen_evenly", Vector{0.5, 0.5},
                       "A query that may see nothing blends all hidden keys in equal shares. Its weights should be 0."},
                      {"nothing_sees_it_all", softmax(scores), all, 1e-4}}});
}

TEST_CASE("a huge score behind the mask")
{
    const Vector q = {4, 1, 0};
    const Matrix K = {{1, 0, 2}, {2000, 1, 0}, {0, 3, 1}, {0.5, 1, 7}, {1, 1, 1}};
    const MaySee may_see = {true, false, true, true, false};
    const Vector scores = Vector{4, 8001, 3, 3, 5} / std::sqrt(3.0);
    const char* const sentence =
        "You subtracted the largest of all scores, which is a hidden one, far above the visible ones: all their "
        "exponentials became 0. Look for the largest among the visible scores.";
    check::ask(
        {.call = "masked_query(q, K, ...), a hidden score of 4619",
         .answer = [&] { return masked_query(q, K, may_see); },
         .expected = right(scores, may_see),
         .mistakes = {{"largest_is_hidden", Vector{0, 0, 0, 0, 0}, sentence},
                      {"largest_is_hidden", replaced(Vector{1, 1, 1, 1, 1} * not_a_number, may_see, 0), sentence},
                      {"largest_is_hidden", Vector{1, 1, 1, 1, 1} * not_a_number, sentence},
                      {"number_added_to_hidden", Vector{0, 1, 0, 0, 0},
                       "A hidden key took everything. You added something to its score, and the score was "
                       "larger than that."}}});
}

TEST_CASE("rubbish behind the mask")
{
    const Vector q = {0, 1, 2};
    const Matrix K = {{1, 1, 0}, {not_a_number, 1, 0}, {1, 3, 1}, {0, infinity, -infinity}};
    const MaySee may_see = {true, false, true, false};
    const Vector scores = Vector{1, 0, 5, 0} / std::sqrt(3.0);
    const Vector weights = right(scores, may_see);
    const char* const sentence =
        "The NaN in the row of a hidden key came through: NaN times 0 is NaN, and so is NaN plus -infinity. Do not read "
        "what may not be seen.";
    check::ask(
        {.call = "masked_query(q, K, ...), NaN and infinity in hidden keys",
         .answer = [&] { return masked_query(q, K, may_see); },
         .expected = weights,
         .mistakes = {{"rubbish_comes_through", Vector{1, 1, 1, 1} * not_a_number, sentence},
                      {"rubbish_comes_through", replaced(weights, may_see, not_a_number), sentence},
                      {"rubbish_comes_through", replaced(Vector{1, 1, 1, 1} * not_a_number, may_see, 0), sentence}},
         .properties = {check::property("rubbish_comes_through", sentence, [](const check::Value& value) {
             return std::ranges::none_of(value.cells, [](double weight) { return std::isnan(weight); });
         })}});
}

TEST_CASE("visible scores far above 0")
{
    const Vector q = {1, 1};
    const Matrix K = {{2000, 1000}, {9, 9}, {2001, 1000}};
    const MaySee may_see = {true, false, true};
    const Vector scores = Vector{3000, 18, 3001} / std::sqrt(2.0);
    const char* const sentence =
        "exp overflowed at a score of about 2121. Subtract the largest visible score first: softmax depends only on "
        "differences.";
    check::ask({.call = "masked_query(q, K, ...), visible scores of about 2121",
                .answer = [&] { return masked_query(q, K, may_see); },
                .expected = right(scores, may_see),
                .mistakes = {{"overflow", Vector{not_a_number, 0, not_a_number}, sentence},
                             {"overflow", Vector{1, 1, 1} * not_a_number, sentence}}});
}

TEST_CASE("visible scores far below 0")
{
    const Vector q = {1, 0, 0, 0, 0};
    Matrix K = xt::zeros<double>({4, 5});
    K(0, 0) = -1e4;
    K(1, 0) = 3;
    K(2, 0) = -1e4 - 2;
    K(3, 0) = -1e4 - 1;
    const MaySee may_see = {true, false, true, true};
    const double root = std::sqrt(5.0);
    const Vector scores = xt::view(K, xt::all(), 0) / root;
    const char* const sentence =
        "Visible scores far below 0 all vanished. What number does your largest score start with?";
    std::vector<check::Mistake> mistakes = {
        {"largest_starts_too_high", Vector{0, 0, 0, 0}, sentence},
        {"largest_starts_too_high", Vector{1, 1, 1, 1} * not_a_number, sentence},
        {"largest_starts_too_high", replaced(Vector{1, 1, 1, 1} * not_a_number, may_see, 0), sentence}};
    add_numbers(mistakes, scores, may_see, root);
    check::ask({.call = "masked_query(q, K, ...), visible scores of about -4472",
                .answer = [&] { return masked_query(q, K, may_see); },
                .expected = right(scores, may_see),
                .mistakes = mistakes});
}
