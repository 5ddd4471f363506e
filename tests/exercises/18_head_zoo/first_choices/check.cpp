#include "tests/exercises/18_head_zoo/first_choices/task.hpp"

#include "tests/exercises/check.hpp"

#include "common/random.hpp"

#include <cstddef>

using namespace attention;

namespace
{

/// A (4, 4) matrix with this as its last row, which asks; the rows above must not matter.
Matrix asked_with(const Vector& row)
{
    Matrix A = {{1, 0, 0, 0}, {0.5, 0.5, 0, 0}, {0.125, 0.75, 0.125, 0}, {0, 0, 0, 0}};
    set_row(A, 3, row);
    return A;
}

/// Six questions: a clear yes, a yes without half of the weight, a tie, a no that beats the distractor, a clear no, a no with
/// a distractor.
const std::vector<Matrix> six = {asked_with({0.1, 0.7, 0.1, 0.1}),    asked_with({0.25, 0.4, 0.2, 0.15}),
                                 asked_with({0.375, 0.375, 0.25, 0}), asked_with({0.5, 0.375, 0.125, 0}),
                                 asked_with({0.875, 0, 0.125, 0}),    asked_with({0.125, 0.25, 0.625, 0})};
const Question asked = {.asks = 3, .answer = 0, .source = 1, .distractor = 2};
const std::vector<Question> questions(6, asked);

std::size_t largest_but(const Vector& row, std::size_t source)
{
    std::size_t best = source == 0 ? 1 : 0;
    for (std::size_t j = 0; j < row.size(); ++j) best = j != source && row(j) > row(best) ? j : best;
    return best;
}

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("six sentences of four words")
{
    double mass = 0.0;
    for (const Matrix& A : six) mass += A(3, 1) / 6.0;
    check::ask(
        {.call = "first_choices(six sentences of four words, place 3 asks, place 1 knows)",
         .answer = [] { return first_choices(six, questions); },
         .expected = 2.0 / 6.0,
         .mistakes = {
             {"mass_instead", mass,
              "That is the mean mass. Count how often the source is ahead, not how much it gets."},
             {"half_needed", 1.0 / 6.0,
              "You counted only questions where the source gets half of the weight. It can be ahead with less, if all "
              "other places get still less."},
             {"distractor_only", 4.0 / 6.0,
              "You compared the source only with the distractor. Some other place may be ahead of both."},
             {"ties_count", 3.0 / 6.0,
              "You counted a tie. If another place gets the same weight, the head has not decided for the source."},
             {"counted_not_divided", 2.0, "That is how many. What share of the questions is it?"},
             {"columns_for_rows", 0.0,
              "You looked along columns. A row belongs to the word that asks, a column to the place that is looked at."}}});
}

TEST_CASE("a column that would say something else")
{
    // In the column of the source, the asking word has the largest number in one of two.
    const std::vector<Matrix> two = {{{0.5, 0.25, 0.25}, {0.125, 0.75, 0.125}, {0.25, 0.375, 0.375}},
                                     {{0.5, 0.25, 0.25}, {0.125, 0.125, 0.75}, {0.5, 0.375, 0.125}}};
    const Question question = {.asks = 2, .answer = 0, .source = 1, .distractor = 0};
    check::ask({.call = "first_choices(two sentences, place 2 asks, place 1 knows)",
                .answer = [&] { return first_choices(two, {question, question}); },
                .expected = 0.0,
                .mistakes = {{"columns_for_rows", 0.5,
                              "You looked along columns. A row belongs to the word that asks, a column to the place "
                              "that is looked at."}}});
}

TEST_CASE("no question")
{
    check::ask({.call = "first_choices(no sentences, no questions)",
                .answer = [] { return first_choices({}, {}); },
                .expected = 0.0,
                .mistakes = {{"no_questions", tests::not_a_number, "0 of 0 questions: the task asks for 0 there."}}});
}

TEST_CASE("random weights, sentences of different lengths")
{
    common::Random random(check::seed());
    std::vector<Matrix> weights;
    std::vector<Question> asks;
    double right = 0.0;
    for (std::size_t n = 3; n < 11; ++n) {
        const Matrix A = xt::abs(random.normal_matrix(n, n));
        const std::size_t place = random.below(n - 1);
        const Vector row = row_of(A, n - 1);
        right += row(place) > row(largest_but(row, place)) ? 1.0 / 8.0 : 0.0;
        weights.push_back(A);
        asks.push_back({.asks = n - 1, .answer = 0, .source = place, .distractor = place == 0 ? 1U : 0U});
    }
    check::ask({.call = "first_choices(eight random sentences)",
                .answer = [&] { return first_choices(weights, asks); },
                .expected = right,
                .seed = check::seed()});
}
