// Chapter 5: one word in three roles.   q = x W_Q   k = x W_K   v = x W_V

#include "05_queries_keys_values/examples.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "05_queries_keys_values/tied_projections.hpp"

#include "04_soft_lookup/soft_lookup.hpp"
#include "common/bars.hpp"
#include "common/pictures.hpp"
#include "common/plane.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

/// What the last word of a sentence finds in it.
Lookup last_word_asks(const Matrix& X, const Projections& W)
{
    const Roles roles = roles_of(X, W);
    return soft_lookup(row_of(roles.Q, X.shape(0) - 1), roles.K, roles.V);
}

Matrix sentence(const std::vector<Vector>& words)
{
    Matrix X = xt::zeros<double>({words.size(), words.front().size()});
    for (std::size_t i = 0; i < words.size(); ++i) set_row(X, i, words[i]);
    return X;
}

void show_bank(const common::Pictures& pictures)
{
    using namespace bank;
    common::heading("The same word, the same query: what does \"bank\" mean?");
    const Projections W = projections(4);
    fmt::print("  bank asks   q = x W_Q = {}   about water? about finance?\n", numbers(project(bank::bank, W.W_Q), 0));
    fmt::print("  river says  k = x W_K = {}\n", numbers(project(river, W.W_K), 0));
    fmt::print("  money says  k = x W_K = {}\n\n", numbers(project(money, W.W_K), 0));

    const Matrix by_river = sentence({the, river, bank::bank});
    const Matrix by_money = sentence({the, money, bank::bank});
    const Matrix by_both = sentence({the, river, money, bank::bank});
    common::Table table({"sentence", "weights", "output of bank"});
    const auto ask = [&](const std::string& name, const Matrix& X) {
        const Lookup found = last_word_asks(X, W);
        table.add_row({name, numbers(found.weights, 4), numbers(found.output, 4)});
    };
    ask("the river bank", by_river);
    ask("the money bank", by_money);
    ask("the river money bank", by_both);
    table.print();

    common::heading("How insistently it asks: \"the river bank\"");
    common::Table sweep({"beta", "weight on river", "output of bank"});
    for (const double beta : {1.0, 4.0, 8.0}) {
        const Lookup found = last_word_asks(by_river, projections(beta));
        sweep.add_row({number(beta, 0), number(found.weights(1), 6), numbers(found.output, 6)});
    }
    sweep.print();

    const Lookup wet = last_word_asks(by_river, W);
    const Lookup rich = last_word_asks(by_money, W);
    const Lookup torn = last_word_asks(by_both, W);
    const common::Plane plane{.title = "One word, three sentences",
                              .description = "The output of the word bank in three sentences: next to river it points "
                                             "along the axis of river banks, next to money along that of money banks, "
                                             "with both it lies half-way between.",
                              .arrows = {{"the river bank", wet.output(0), wet.output(1)},
                                         {"the money bank", rich.output(0), rich.output(1)},
                                         {"the river money bank", torn.output(0), torn.output(1)}}};
    pictures.save("bank.svg", plane.svg());
}

void show_bases()
{
    common::heading("Any pair of bases will do, as long as they answer each other");
    const double c = std::sqrt(3.0) / 2;
    const Matrix straight = {{1, 0}, {0, 1}};
    const Matrix rotated = {{c, 0.5}, {-0.5, c}};
    const Matrix skew = {{2, 0}, {1, 1}};
    const Matrix dual_of_skew = {{0.5, -0.5}, {0, 1}};
    common::Table table({"questions e", "answers f", "scores of bank"});
    const auto ask = [&](const std::string& e_name, const Matrix& E, const std::string& f_name, const Matrix& F) {
        const Projections W = bank::projections(4);
        const Matrix Q = project_rows(project_rows(sentence({bank::bank}), W.W_Q), E);
        const Matrix K = project_rows(project_rows(sentence({bank::the, bank::river, bank::bank}), W.W_K), F);
        table.add_row({e_name, f_name, numbers(score_row(row_of(Q, 0), K), 2)});
    };
    ask("e_1, e_2 at right angles", straight, "the same", straight);
    ask("both turned by 30 degrees", rotated, "the same", rotated);
    ask("[2, 0] and [1, 1]", skew, "[0.5, -0.5], [0, 1]", dual_of_skew);
    ask("[2, 0] and [1, 1]", skew, "the same", skew);
    table.print();
}

void show_it()
{
    common::heading("the cat drank milk because it was thirsty");
    const Roles roles = roles_of(it::features, it::projections);
    const Vector query = row_of(roles.Q, 3);
    fmt::print("  it looks for  {}   noun, animate, pronoun\n", numbers(query, 0));
    fmt::print("  it says       {}   I am a pronoun\n", numbers(row_of(roles.K, 3), 0));
    fmt::print("  scores        {}\n", numbers(score_row(query, roles.K), 0));
    fmt::print("{}", common::bars(it::words, soft_lookup(query, roles.K, roles.V).weights, 1.0, 4));
}

void show_tied()
{
    common::heading("One projection for queries and keys: what cannot be said");
    const Matrix X = {{1, 0}, {0, 1}, {1, 1}};
    const Matrix X_transposed = xt::transpose(X);
    const Matrix scores = project_rows(X, X_transposed);
    const Matrix weights = softmax_rows(scores);
    const Vector pi = stationary_distribution(scores);
    fmt::print("  cat sat mat: time spent on each  {}\n", numbers(pi, 6));
    fmt::print("  from cat to mat {}, from mat to cat {}: as often there as back\n", number(pi(0) * weights(0, 2), 6),
               number(pi(2) * weights(2, 0), 6));

    fmt::print("\n  Rock, paper, scissors: attend to the one you beat. Three starts each.\n");
    common::Table table({"W_Q and W_K", "start", "loss", "right of 3"});
    for (const bool tied : {true, false}) {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const Trained trained = learn_rock_paper_scissors(tied, seed);
            table.add_row({tied ? "the same" : "separate", std::to_string(seed), number(trained.loss, 3),
                           std::to_string(right_answers(trained))});
        }
    }
    table.print();
    fmt::print("  ln 3 = {}: the loss of knowing nothing\n", number(std::log(3.0), 6));

    const Matrix W_Q = {{5, 0, 0}, {0, 5, 0}, {0, 0, 5}};
    const Matrix W_K = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};  // each key stands where the one that beats it asks
    const Matrix by_hand = softmax_rows(scores_of_one_hot_words(W_Q, W_K));
    fmt::print("  by hand, W_Q = 5 I and W_K a cycle: weight {} on the right one\n", number(by_hand(0, 2), 4));
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_bank(pictures);
    show_bases();
    show_it();
    show_tied();
}
