/// \file
/// Chapter 5: what the program prints and draws; nothing to learn here.
#pragma once

#include "01_similarity/similarity.hpp"
#include "04_soft_lookup/soft_lookup.hpp"
#include "05_queries_keys_values/bank_in_context.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/bases.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "05_queries_keys_values/tied_projections.hpp"

#include "common/print.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace attention::show
{

using common::number;
using common::numbers;

/// A sentence word by word: its vector, its query, its key, its value.
inline void word_by_word(const bank::WordVectors& sentence, const Roles& roles)
{
    common::Table table({"word", "x", "q", "k", "v"});
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        table.add_row({sentence.words[i], numbers(row_of(sentence.X, i), 1), numbers(row_of(roles.Q, i), 1),
                       numbers(row_of(roles.K, i), 1), numbers(row_of(roles.V, i), 2)});
    }
    table.print();
}

inline std::string joined(const std::vector<std::string>& words)
{
    std::string sentence;
    for (const std::string& word : words) sentence += (sentence.empty() ? "" : " ") + word;
    return sentence;
}

/// The scores and weights of "bank" in some sentences, then its vector before and after.
inline void meanings(const std::vector<bank::WordVectors>& sentences)
{
    common::Table asked({"bank asks in", "scores", "weights"});
    common::Table became({"bank", "water", "money", "place"});
    const auto add = [&](const std::string& name, const Vector& v) {
        became.add_row({name, number(v(0), 3), number(v(1), 3), number(v(2), 3)});
    };
    add("before, in every sentence", bank::last_word_asks(sentences.front()).before);
    for (const bank::WordVectors& sentence : sentences) {
        const bank::Meaning meaning = bank::last_word_asks(sentence);
        const std::string name = joined(sentence.words);
        asked.add_row({name, numbers(meaning.scores, 0), numbers(meaning.weights, 3)});
        add("output in " + name, meaning.output);
        add("after: before + output", meaning.after);
    }
    asked.print();
    fmt::print("\n");
    became.print();
}

/// The axes of the plane of water and money, from 0 to 2, and where a point of it is on the picture.
struct WaterAndMoney {
    common::Svg svg{420, 400, "One word, three sentences: bank before and after",
                    "The vector of the word bank, by water and money. Before, it is an arrow halfway between the axes. "
                    "From its tip one arrow leads far along water, next to river; one far along money, next to money; "
                    "and one, with both words there, a little further halfway between."};

    static double x(double water) { return 62 + 118 * water; }
    static double y(double money) { return 328 - 118 * money; }

    WaterAndMoney()
    {
        svg.paragraph(20, 28, 384, "One word, three sentences: bank before and after", "ink", 15);
        for (const double tick : {1.0, 2.0}) {
            svg.line(x(tick), y(-0.2), x(tick), y(2.05), "grid", 0.7);
            svg.line(x(-0.2), y(tick), x(2.6), y(tick), "grid", 0.7);
            svg.text(x(tick), y(-0.2) + 16, number(tick, 0), "muted", common::Anchor::middle);
            svg.text(x(-0.2) - 8, y(tick) + 4, number(tick, 0), "muted", common::Anchor::end);
        }
        svg.line(x(-0.2), y(0), x(2.6), y(0), "muted", 1.2);
        svg.line(x(0), y(-0.2), x(0), y(2.05), "muted", 1.2);
        svg.text(x(2.6), y(0) - 8, "water", "muted", common::Anchor::end);
        svg.text(x(0) + 8, y(2.05) + 4, "money", "muted");
    }

    /// Where "bank" goes in a sentence, from what it was before.
    void after(const bank::WordVectors& sentence, std::string_view kind, double label_dx, double label_dy)
    {
        const bank::Meaning m = bank::last_word_asks(sentence);
        svg.arrow(x(m.before(0)), y(m.before(1)), x(m.after(0)), y(m.after(1)), kind);
        svg.text(x(m.after(0)) + label_dx, y(m.after(1)) + label_dy, joined(sentence.words), kind);
    }
};

/// "Bank" as an arrow before, and as arrows from there to what it is in each sentence.
inline std::string bank_picture()
{
    WaterAndMoney plane;
    const Vector before = bank::last_word_asks(bank::the_river_bank).before;
    plane.svg.arrow(WaterAndMoney::x(0), WaterAndMoney::y(0), WaterAndMoney::x(before(0)), WaterAndMoney::y(before(1)),
                    "ink");
    plane.svg.text(WaterAndMoney::x(before(0) / 2) + 10, WaterAndMoney::y(before(1) / 2) + 8, "before", "ink strong");
    plane.after(bank::the_river_bank, "series-3", 12, 6);
    plane.after(bank::the_money_bank, "series-2", 26, 12);
    plane.after(bank::the_river_money_bank, "series-5", 9, -4);
    return plane.svg.document();
}

/// The scores of "bank" for four choices of questions and answers.
inline void bases()
{
    const double c = std::sqrt(3.0) / 2;
    const Matrix straight = {{1, 0}, {0, 1}};
    const Matrix turned = {{c, 0.5}, {-0.5, c}};
    const Matrix skew = {{2, 0}, {1, 1}};
    const Matrix dual = {{0.5, -0.5}, {0, 1}};
    common::Table table({"questions e_1, e_2", "answers f_1, f_2", "scores of bank"});
    const auto add = [&](const std::string& e, const Matrix& E, const std::string& f, const Matrix& F) {
        table.add_row({e, f, numbers(bank::scores_with_bases(E, F), 2)});
    };
    add("[1, 0], [0, 1]", straight, "the same two vectors", straight);
    add("both turned by 30 degrees", turned, "the same two vectors", turned);
    add("[2, 0], [1, 1]", skew, "the same two vectors", skew);
    add("[2, 0], [1, 1]", skew, "[0.5, -0.5], [0, 1]", dual);
    table.print();
}

/// Rock, paper and scissors from three random starts: without the handicaps of a shared projection, with one, with both.
inline void rock_paper_scissors()
{
    common::Table table({"scores from", "start 1", "start 2", "start 3", "right of 3"});
    const auto add = [&](const std::string& name, const std::function<Trained(std::uint64_t)>& learn) {
        std::vector<std::string> row = {name};
        std::string right;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const Trained trained = learn(seed);
            row.push_back(number(trained.loss, 3));
            right += (seed == 1 ? "" : ", ") + std::to_string(right_answers(trained));
        }
        row.push_back(right);
        table.add_row(row);
    };
    add("separate W_Q and W_K", [](std::uint64_t seed) { return learn_rock_paper_scissors(false, seed); });
    add("any symmetric table", [](std::uint64_t seed) { return learn_symmetric_scores(seed); });
    add("one W for both", [](std::uint64_t seed) { return learn_rock_paper_scissors(true, seed); });
    table.print();
    fmt::print("  two equal weights: loss ln 2 = {}; three: ln 3 = {}\n", number(std::log(2.0), 3),
               number(std::log(3.0), 3));
}

/// The words around "it": what each is, its key, and what "it" makes of it.
inline void who_is_it(const std::vector<std::string>& words, const Matrix& X, const Roles& roles, std::size_t asking)
{
    const Lookup found = soft_lookup(row_of(roles.Q, asking), roles.K, roles.V);
    const Vector scores = score_row(row_of(roles.Q, asking), roles.K);
    fmt::print("  it looks for  {}   noun, animate, pronoun\n", numbers(row_of(roles.Q, asking), 0));
    common::Table table({"word", "x", "k", "score", "weight"});
    for (std::size_t j = 0; j < words.size(); ++j) {
        table.add_row({words[j], numbers(row_of(X, j), 0), numbers(row_of(roles.K, j), 0), number(scores(j), 0),
                       number(found.weights(j), 3)});
    }
    table.print();
}

}  // namespace attention::show
