// Chapter 7, live: change a sentence, and follow one number of its output back through every matrix.

#include "07_attention/step_by_step.hpp"

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

/// The number that is followed: one feature of one word.
struct Followed {
    std::size_t word;
    std::size_t feature;
};

/// The cells of a matrix that the followed number comes from: a row, a column, or where both meet. `all` stands for all.
constexpr std::size_t all = 99;
BoolMatrix from(const Matrix& M, std::size_t row, std::size_t column)
{
    BoolMatrix marked = xt::zeros<bool>(M.shape());
    for (std::size_t i = 0; i < M.shape(0); ++i) {
        for (std::size_t j = 0; j < M.shape(1); ++j)
            marked(i, j) = (row == all || i == row) && (column == all || j == column);
    }
    return marked;
}

/// The lesson's projections, with louder questions and with other values.
Projections projections(common::Page& page)
{
    const double loudness =
        page.slider("loudness", "How loudly every word asks", {.from = -4, .to = 8, .step = 0.5, .start = 1});
    const std::size_t values =
        page.choice("values", "What a word hands over",
                    {"water against money", "all that it is", "two numbers, to be added to four"});
    Projections W = bank::W;
    W.W_Q *= loudness;
    if (values == 1) W.W_V = xt::eye<double>(4);
    if (values == 2) W.W_V = {{1, 0}, {0, 1}, {0, 0}, {0, 0}};
    return W;
}

/// From what the words are to whom they listen to.
void show_choices(common::Page& page, const Names& words, const Steps& steps, Followed at)
{
    using common::Shade;
    const Roles& roles = steps.roles;
    page.show({.caption = "Q: what each word asks",
               .values = roles.Q,
               .rows = words,
               .columns = bank::questions,
               .decimals = 1,
               .shade = Shade::query,
               .marked = from(roles.Q, at.word, all)});
    page.show({.caption = "K: what it answers",
               .values = roles.K,
               .rows = words,
               .columns = {"water", "money"},
               .decimals = 1,
               .shade = Shade::key,
               .marked = from(roles.K, all, all)});
    page.show({.caption = "scores, Q Kᵀ: who fits whom",
               .values = steps.scores,
               .rows = words,
               .columns = words,
               .decimals = 1,
               .shade = Shade::both,
               .marked = from(steps.scores, at.word, all)});
    page.show({.caption = "weights: softmax of each row",
               .values = steps.weights,
               .rows = words,
               .columns = words,
               .shade = Shade::weights,
               .marked = from(steps.weights, at.word, all)});
}

/// From whom they listen to, to what they become.
void show_outputs(common::Page& page, const Names& words, const Steps& steps, Followed at)
{
    using common::Shade;
    page.show({.caption = "V: what each hands over",
               .values = steps.roles.V,
               .rows = words,
               .columns = bank::features,
               .decimals = 2,
               .shade = Shade::value,
               .marked = from(steps.roles.V, all, at.feature)});
    page.show({.caption = "output, weights V: choose a number",
               .values = steps.output,
               .rows = words,
               .columns = bank::features,
               .shade = Shade::both,
               .marked = from(steps.output, at.word, at.feature),
               .picks = "followed"});
    page.show({.caption = "X + output: what each is now",
               .values = steps.after,
               .rows = words,
               .columns = bank::features,
               .shade = Shade::both,
               .marked = from(steps.after, at.word, at.feature)});
}

/// The followed number, step by step.
void tell(common::Page& page, const Names& words, const Matrix& X, const Steps& steps, Followed at)
{
    const std::string& word = words[at.word];
    const std::string& feature = bank::features[at.feature];
    common::Words scores{.text = "The scores of " + word + ":", .decimals = 1};
    common::Words weights{.text = "Its weights:"};
    common::Words sum{.text = "So it gathers " + feature + ":", .in_output = false};
    for (std::size_t j = 0; j < words.size(); ++j) {
        const bool is_first = j == 0;
        scores.text += (is_first ? " {} with " : ", {} with ") + words[j];
        weights.text += is_first ? " {}" : ", {}";
        sum.text += is_first ? " {} · {}" : " + {} · {}";
        scores.numbers.push_back(steps.scores(at.word, j));
        weights.numbers.push_back(steps.weights(at.word, j));
        sum.numbers.push_back(steps.weights(at.word, j));
        sum.numbers.push_back(steps.roles.V(j, at.feature));
    }
    sum.text += " = {}.";
    sum.numbers.push_back(steps.output(at.word, at.feature));
    page.say(scores);
    page.say(weights);
    page.say(sum);
    page.say({.text = "It was {} in " + feature + ", and is {} now.",
              .numbers = {X(at.word, at.feature), steps.after(at.word, at.feature)},
              .in_output = false});
}

}  // namespace

void live_page(common::Page& page)
{
    const std::array<const bank::WordVectors*, 3> sentences = {&bank::the_river_bank, &bank::the_money_bank,
                                                               &bank::the_river_money_bank};
    const std::size_t chosen =
        page.choice("sentence", "Sentence", {"the river bank", "the money bank", "the river money bank"});
    const Names& words = sentences[chosen]->words;
    const Matrix X = page.entries("X" + std::to_string(chosen), "X: what each word is", sentences[chosen]->X,
                                  {.from = -4, .to = 4, .step = 0.5}, words, bank::features);
    const Steps steps = step_by_step(X, projections(page));
    const auto [word, feature] = page.cell("followed", words.size(), bank::features.size(), {words.size() - 1, 0});
    show_choices(page, words, steps, {word, feature});
    show_outputs(page, words, steps, {word, feature});
    tell(page, words, X, steps, {word, feature});
}

}  // namespace attention
