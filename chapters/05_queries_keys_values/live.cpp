// Chapter 5, live: change the projections and see who scores whom; then let queries and keys share one.

#include "05_queries_keys_values/bank_in_context.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/it.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "05_queries_keys_values/tied_projections.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "04_soft_lookup/soft_lookup.hpp"
#include "common/page.hpp"
#include "common/plane.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

using Names = std::vector<std::string>;

/// W_Q, then W_K, which is W_Q itself where the reader wants one for both.
Projections projections_on(common::Page& page, const std::string& prefix, Projections W, const Names& rows,
                           const Names& columns)
{
    const common::Range halves{.from = -3, .to = 3, .step = 0.5};
    page.column();
    if (page.toggle(prefix + "tied", "One projection for both: W_K = W_Q")) {
        W.W_Q =
            page.entries(prefix + "W_Q", "W_Q and W_K: what a feature asks and answers", W.W_Q, halves, rows, columns);
        W.W_K = W.W_Q;
        return W;
    }
    W.W_Q =
        page.entries(prefix + "W_Q", "W_Q: what a feature asks", W.W_Q, halves, rows, columns, common::Shade::query);
    W.W_K =
        page.entries(prefix + "W_K", "W_K: what a feature answers", W.W_K, halves, rows, columns, common::Shade::key);
    return W;
}

/// Queries and keys, word by word.
void show_roles(common::Page& page, const Names& words, const Names& columns, const Roles& roles)
{
    page.column();
    page.show({.caption = "Q: what each word asks",
               .values = roles.Q,
               .rows = words,
               .columns = columns,
               .decimals = 1,
               .shade = common::Shade::query});
    page.show({.caption = "K: what each word answers",
               .values = roles.K,
               .rows = words,
               .columns = columns,
               .decimals = 1,
               .shade = common::Shade::key});
    page.across();
}

/// What each word scores with each, shape (n, n).
Matrix scores_of(const Roles& roles)
{
    const std::size_t n = roles.Q.shape(0);
    Matrix scores = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) set_row(scores, i, score_row(row_of(roles.Q, i), roles.K));
    return scores;
}

/// The scores, with the pair framed in which asking and answering differ most.
void show_scores(common::Page& page, const Names& words, const Matrix& scores)
{
    std::size_t asks = 0;
    std::size_t answers = 0;
    const auto gap = [&](std::size_t i, std::size_t j) { return scores(i, j) - scores(j, i); };
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < words.size(); ++j)
            if (gap(i, j) > gap(asks, answers) + 1e-9) asks = i, answers = j;
    }
    BoolMatrix framed = xt::zeros<bool>(scores.shape());
    framed(asks, answers) = framed(answers, asks) = asks != answers;
    page.show({.caption = "Scores: the word on the left asks",
               .values = scores,
               .rows = words,
               .columns = words,
               .decimals = 2,
               .shade = common::Shade::both,
               .marked = framed,
               .in_output = false});
    if (asks == answers)
        page.say({.text = "Symmetric: any two words score each other the same."});
    else
        page.say({.text = "Framed: “" + words[asks] + "” scores “" + words[answers] + "” {}, but “" + words[answers] +
                          "” scores “" + words[asks] + "” {}.",
                  .numbers = {scores(asks, answers), scores(answers, asks)},
                  .decimals = 2,
                  .in_output = false});
}

/// "Bank" before, and what the sentence makes of it.
void show_meaning(common::Page& page, const bank::Meaning& bank)
{
    common::Plane plane{.title = "bank, before and after", .description = "", .x_title = "water", .y_title = "money"};
    plane.arrows = {{"before", bank.before(0), bank.before(1), "ink"},
                    {"after", bank.after(0), bank.after(1), "accent", bank.before(0), bank.before(1)}};
    const common::Words now{.text = "bank is now: water {}, money {}, place {}.",
                            .numbers = {bank.after(0), bank.after(1), bank.after(2)}};
    page.show(plane, {.from = -0.75, .to = 2.75, .seen = now});
    page.say(now);
}

void show_bank(common::Page& page, const bank::WordVectors& sentence)
{
    const Projections W = projections_on(page, "", bank::W, bank::features, bank::questions);
    const Roles roles = roles_of(sentence.X, W);
    const bank::Meaning meaning = bank::last_word_asks(sentence, W);
    show_roles(page, sentence.words, bank::questions, roles);
    page.column();
    show_scores(page, sentence.words, scores_of(roles));
    page.show({.caption = "Weights that “bank” gives", .labels = sentence.words, .values = meaning.weights});
    page.column();
    show_meaning(page, meaning);
}

void show_it(common::Page& page)
{
    const Names questions = {"noun?", "animate?", "pronoun?"};
    const Projections W =
        projections_on(page, "it_", it::projections, {"noun", "animate", "pronoun", "verb", "property"}, questions);
    const Roles roles = roles_of(it::features, W);
    show_roles(page, it::words, questions, roles);
    show_scores(page, it::words, scores_of(roles));
    page.show({.caption = "Weights that “it” gives",
               .labels = it::words,
               .values = soft_lookup(row_of(roles.Q, 3), roles.K, roles.V).weights});
}

/// Rock, paper, scissors, played by the reader.
void show_game(common::Page& page)
{
    page.say({.text = "Each word should attend to the one it beats, which is framed. Change the projections until all "
                      "three do. Then try it with one projection."});
    const Names words = {"rock", "paper", "scissors"};
    const Matrix one_each = xt::eye<double>(3);
    const Projections W = projections_on(page, "game_", {one_each, one_each, one_each}, words, {"1", "2", "3"});
    const Matrix scores = scores_of_one_hot_words(W.W_Q, W.W_K);
    const Trained played = {scores, rock_paper_scissors_loss(scores)};
    BoolMatrix right = xt::zeros<bool>({3, 3});
    for (std::size_t i = 0; i < 3; ++i) right(i, beaten_by(i)) = true;
    page.column();
    show_scores(page, words, scores);
    page.show({.caption = "Weights",
               .values = softmax_rows(scores),
               .rows = words,
               .columns = words,
               .shade = common::Shade::weights,
               .marked = right,
               .in_output = false});
    page.say({.text = "Right: {} of 3.", .numbers = {1.0 * right_answers(played)}, .decimals = 0, .in_output = false});
    page.say({.text = "The loss is {}.", .numbers = {played.loss}, .in_output = false});
}

}  // namespace

void live_page(common::Page& page)
{
    switch (page.choice("words", "Words",
                        {"the river money bank", "the river bank", "the money bank", "the cat drank milk because it …",
                         "rock, paper, scissors"})) {
    case 0: return show_bank(page, bank::the_river_money_bank);
    case 1: return show_bank(page, bank::the_river_bank);
    case 2: return show_bank(page, bank::the_money_bank);
    case 3: return show_it(page);
    default: return show_game(page);
    }
}

}  // namespace attention
