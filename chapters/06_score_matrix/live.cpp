// The live page of chapter 6: change queries and keys, see which of their numbers make a score, and let softmax run in the
// wrong direction.

#include "06_score_matrix/score_matrix.hpp"
#include "06_score_matrix/softmax_columns.hpp"

#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "common/page.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

using Names = std::vector<std::string>;

/// Queries or keys with one more number in each: the same in all.
Matrix with_a_third(const Matrix& M)
{
    Matrix longer = xt::ones<double>({M.shape(0), M.shape(1) + 1});
    xt::view(longer, xt::all(), xt::range(0, M.shape(1))) = M;
    return longer;
}

/// The cell of a row and a column, framed.
BoolMatrix framed(const Matrix& M, std::size_t row, std::size_t column)
{
    BoolMatrix marked = xt::zeros<bool>(M.shape());
    marked(row, column) = true;
    return marked;
}

/// All scores and what softmax made of them; one of the scores is chosen.
struct Chosen {
    const Matrix& scores;
    const Matrix& weights;
    const Names& rows;
    const Names& columns;
    std::size_t row;
    std::size_t column;
};

void show_matrices(common::Page& page, const Chosen& at)
{
    page.show({.caption = "scores, Q Kᵀ: choose one",
               .values = at.scores,
               .rows = at.rows,
               .columns = at.columns,
               .decimals = 1,
               .shade = common::Shade::both,
               .marked = framed(at.scores, at.row, at.column),
               .picks = "score"});
    page.show({.caption = "softmax of the scores",
               .values = at.weights,
               .rows = at.rows,
               .columns = at.columns,
               .shade = common::Shade::weights,
               .marked = framed(at.weights, at.row, at.column),
               .in_output = false});
}

/// One score, product by product.
void show_score(common::Page& page, const std::string& name, const Vector& q, const Vector& k)
{
    common::Words sum{.text = "The score " + name + " is", .decimals = 1, .in_output = false};
    for (std::size_t c = 0; c < q.size(); ++c) {
        sum.text += c == 0 ? " {} · {}" : " + {} · {}";
        sum.numbers.push_back(q(c));
        sum.numbers.push_back(k(c));
    }
    sum.text += " = {}.";
    sum.numbers.push_back(dot(q, k));
    page.say(sum);
}

/// The weights of one query, and what they sum to.
void show_sum(common::Page& page, const std::string& query, const Vector& weights)
{
    common::Words words{.text = "The weights of " + query + ":", .numbers = {weights.begin(), weights.end()}};
    for (std::size_t j = 0; j < weights.size(); ++j) words.text += j == 0 ? " {}" : ", {}";
    words.text += "; their sum: {}.";
    words.numbers.push_back(xt::sum(weights)());
    page.say(words);
}

}  // namespace

void live_page(common::Page& page)
{
    const std::array<const bank::WordVectors*, 3> sentences = {&bank::the_river_bank, &bank::the_money_bank,
                                                               &bank::the_river_money_bank};
    const std::size_t asked = page.choice("asked", "\"The river bank\" asks the words of",
                                          {"the river bank", "the money bank", "the river money bank"});
    const Names& words = bank::the_river_bank.words;
    const auto& [names, X] = *sentences[asked];
    const std::size_t direction = page.choice("direction", "Softmax runs", {"along each row", "down each column"});
    const std::size_t third =
        page.choice("third", "A third question", {"none", "all keys answer it alike", "no key has a number for it"});
    page.column();
    const common::Range range = {.from = -3, .to = 3, .step = 0.5};
    Matrix Q = page.entries("Q", "Q: what each word asks", roles_of(bank::the_river_bank.X, bank::W).Q, range, words,
                            bank::questions, common::Shade::query);
    Matrix K = page.entries("K" + std::to_string(asked), "K: what each word answers", roles_of(X, bank::W).K, range,
                            names, {"water", "money"}, common::Shade::key);
    if (third > 0) Q = with_a_third(Q);
    if (third == 1) K = with_a_third(K);

    const Matrix scores = score_matrix(Q, K);
    const Matrix weights = direction == 0 ? softmax_rows(scores) : softmax_columns(scores);
    const auto [i, j] = page.cell("score", words.size(), names.size(), {2, 1});
    page.column();
    show_matrices(page, {scores, weights, words, names, i, j});
    page.across();
    show_score(page, words[i] + " · " + names[j], row_of(Q, i), row_of(K, j));
    show_sum(page, words[i], row_of(weights, i));
}

}  // namespace attention
