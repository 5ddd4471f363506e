// Chapter 18: a zoo of heads.   Four kinds of questions, eight heads, and what is lost without each

#include "18_head_zoo/controls.hpp"
#include "18_head_zoo/drawn.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/printed.hpp"
#include "18_head_zoo/structure.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace attention;
using common::number;

namespace
{

constexpr auto syntactic = static_cast<std::size_t>(Kind::syntactic);
constexpr auto coreference = static_cast<std::size_t>(Kind::coreference);
constexpr auto induction = static_cast<std::size_t>(Kind::induction);

void show_language(const Sentence& sentence)
{
    common::heading("A sentence of the toy language, and its four questions");
    const auto begin = sentence.words.begin();
    fmt::print("  {}\n", text_of({begin, begin + 18}));
    fmt::print("  {}\n\n", text_of({begin + 18, sentence.words.end()}));
    common::Table table({"kind", "asks", "at", "answer", "source", "at", "distractor", "at"});
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const Question& question = sentence.questions[kind];
        table.add_row({kind_names[kind], word(sentence, question.asks), std::to_string(question.asks),
                       dictionary[static_cast<std::size_t>(question.answer)], word(sentence, question.source),
                       std::to_string(question.source), word(sentence, question.distractor),
                       std::to_string(question.distractor)});
    }
    table.print();
}

/// Train, and print how the four answers come; draw it too.
Parameters<float> grow(int seed, int steps, const std::vector<Sentence>& sentences, const common::Pictures& pictures)
{
    const ModelShape shape = zoo_shape();
    common::heading("A model learns the language");
    fmt::print("  {} layers of {} heads, d_model = {}, d_head = {}: {} numbers to learn\n", shape.layers, shape.heads,
               shape.d_model, shape.d_head, parameter_count(shape));
    common::Table table(header("accuracy after"));
    common::Plot plot{.title = "Four kinds of answers are learned",
                      .description = "Measured: the share of right answers by training step, a curve for each kind of "
                                     "question. All begin low and end at about 1; induction is the last to rise.",
                      .x_title = "training steps",
                      .y_title = "right answers"};
    for (const std::string& kind : kind_names) plot.curves.push_back({kind, {}, {}});

    const std::vector<Sentence> few(sentences.begin(),
                                    sentences.begin() + std::min<std::ptrdiff_t>(100, std::ssize(sentences)));
    const int row = std::max(1, steps / 10);
    const int point = std::max(1, steps / 40);
    const auto watch = [&](int step, const Parameters<float>& model) {
        if (step % 10 == 0) common::show_progress(fmt::format("step {} of {}", step, steps));
        if (step % point != 0) return;
        const Accuracies accuracies = accuracies_without(model, few, {});
        if (step % row == 0) table.add_row(cells_of(fmt::format("{} steps", step), accuracies));
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            plot.curves[kind].x.push_back(step);
            plot.curves[kind].y.push_back(accuracies[kind]);
        }
    };
    ZooTraining training;
    training.steps = steps;
    const auto begun = std::chrono::steady_clock::now();
    const Parameters<float> model = grown_zoo(static_cast<std::uint64_t>(seed), training, watch);
    common::show_progress("");
    print_measured(table);
    fmt::print("~ this took {} s\n",
               number(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(), 1));
    pictures.save("learning.svg", plot.svg());
    return model;
}

void show_looks(const HeadTable& table)
{
    common::heading("Where each head looks: mass on the source (on the distractor)");
    common::Table rows({"", "positional", "syntactic", "coreference", "induction", "one back"});
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        std::vector<std::string> cells = {name_of(table.heads[h])};
        for (const Mass& mass : table.looks[h].masses)
            cells.push_back(fmt::format("{} ({})", number(mass.source, 2), number(mass.distractor, 2)));
        cells.push_back(number(table.looks[h].one_back, 2));
        rows.add_row(cells);
    }
    print_measured(rows);
}

void show_best(const HeadTable& table, const std::vector<Sentence>& sentences)
{
    common::heading("For each kind, the head with the most mass on the source");
    common::Table rows({"", "layer", "head", "source", "distractor", "cost", "heads of this kind"});
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::size_t h = table.best(kind);
        const Mass& mass = table.looks[h].masses[kind];
        rows.add_row({kind_names[kind], std::to_string(table.heads[h].layer + 1),
                      std::to_string(table.heads[h].head + 1), number(mass.source, 2), number(mass.distractor, 2),
                      number(table.cost(h, kind), 2), std::to_string(table.of_kind(kind).size())});
    }
    print_measured(rows);
    fmt::print("  even weights would put {} on each\n", number(even_mass(sentences), 2));
}

/// The same words in another order: a model that only knows which words there are is right once of two times.
void show_structure(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    common::heading("The same words, source and distractor exchanged: right answers");
    const std::vector<Sentence> differ = where_nouns_differ(sentences);
    common::Table exchanges({"", "sentences", "as they are", "exchanged", "both times"});
    for (const Kind kind : {Kind::syntactic, Kind::coreference}) {
        const std::vector<Sentence>& asked = kind == Kind::syntactic ? differ : sentences;
        const Exchange exchange = exchange_of(model, asked, kind);
        exchanges.add_row({kind_names[static_cast<std::size_t>(kind)], std::to_string(asked.size()),
                           number(exchange.before, 2), number(exchange.after, 2), number(exchange.both, 2)});
    }
    print_measured(exchanges);

    common::heading("Cut the paths by which layer 1 is read, where the nouns differ in number");
    common::Table rows(header("cut"));
    for (const CutPath& row : cut_each_path(model, differ)) rows.add_row(cells_of(row.name, row.accuracies));
    print_measured(rows);
}

void show_costs(const HeadTable& table)
{
    common::heading("What is lost without a head: 0 in its place (its mean in its place)");
    common::Table rows(header("without"));
    rows.add_row(cells_of("nothing", table.whole));
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        std::vector<std::string> cells = {name_of(table.heads[h])};
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            cells.push_back(
                fmt::format("{} ({})", number(table.without[h][kind], 2), number(table.without_mean[h][kind], 2)));
        }
        rows.add_row(cells);
    }
    print_measured(rows);
}

/// All heads of a kind, and as many others.
void show_controls(const HeadTable& table, const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    common::heading("All heads of a kind taken away, and every other choice of as many");
    const std::vector<Accuracies> zeros = accuracies_without_each_set(model, sentences);
    const Numbers<float> means = mean_outputs(model, sentences);
    common::Table rows({"without all", "heads", "right", "(mean in place)", "others", "least", "most", "as bad"});
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::vector<HeadName> heads = table.of_kind(kind);
        const Control control = control_of(zeros, set_of(model.shape, heads), kind);
        rows.add_row({kind_names[kind], std::to_string(heads.size()), number(control.without, 2),
                      fmt::format("({})", number(accuracies_without(model, sentences, heads, means)[kind], 2)),
                      number(control.mean, 2), number(control.least, 2), number(control.most, 2),
                      fmt::format("{} of {}", control.as_bad, control.choices)});
    }
    print_measured(rows);
    fmt::print("~ without any head: {}, {}, {}, {}\n", number(zeros.back()[0], 2), number(zeros.back()[1], 2),
               number(zeros.back()[2], 2), number(zeros.back()[3], 2));
}

void check(const std::string& claim, bool holds) { fmt::print("  {:<68} {}\n", claim + ":", holds ? "yes" : "no"); }

void show_checks(const HeadTable& table, const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    common::heading("What holds for all twelve seeds that were tried");
    const std::vector<Sentence> differ = where_nouns_differ(sentences);
    check("each kind of question is answered, at least 0.95", std::ranges::min(table.whole) >= 0.95);
    check("syntax: right before and after the exchange, at least 0.95",
          exchange_of(model, differ, Kind::syntactic).both >= 0.95);
    check("names: right before and after the exchange, at least 0.95",
          exchange_of(model, sentences, Kind::coreference).both >= 0.95);
    const Accuracies cut = cut_each_path(model, differ).back().accuracies;
    check("without layer 1 in keys and values, syntax and names below 0.7",
          std::max(cut[syntactic], cut[coreference]) < 0.7);
    check("and induction below 0.5", cut[induction] < 0.5);
    bool idle = false;
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        for (std::size_t kind = 0; kind < kinds; ++kind)
            idle = idle || (table.looks[h].masses[kind].source >= 0.5 && table.cost(h, kind) <= 0.05);
    }
    check("a head has mass 0.5 or more, and costs 0.05 at most", idle);
}

/// A model in which the head that is missed does not look at the subject.
void show_another(int seed, int steps, const std::vector<Sentence>& sentences)
{
    common::heading(fmt::format("Seed {}: layer 2 when an ending is asked for", seed));
    ZooTraining training;
    training.steps = steps;
    const Parameters<float> model = grown_zoo(static_cast<std::uint64_t>(seed), training);
    const HeadTable table = head_table(model, sentences);
    common::Table rows({"mass:", "subject", "right after it", "other noun", "cost", "(mean in place)"});
    for (std::size_t h = model.shape.heads; h < table.heads.size(); ++h) {
        const Mass& mass = table.looks[h].masses[syntactic];
        const double with_mean = table.whole[syntactic] - table.without_mean[h][syntactic];
        rows.add_row({name_of(table.heads[h]), number(mass.source, 2), number(mass.after, 2),
                      number(mass.distractor, 2), number(table.cost(h, syntactic), 2),
                      fmt::format("({})", number(with_mean, 2))});
    }
    print_measured(rows);
    const std::vector<Sentence> differ = where_nouns_differ(sentences);
    const std::vector<CutPath> cut = cut_each_path(model, differ);
    for (const std::size_t path : {0U, 2U, 3U})
        fmt::print("~ cut {}: {} of the endings\n", cut[path].name, number(cut[path].accuracies[syntactic], 2));
}

/// One model for each seed: what all of them have in common, and what not.
void show_seeds(int seeds, int steps, const std::vector<Sentence>& sentences)
{
    common::heading("One model for each seed");
    common::Table rows({"seed", "least right", "syntax twice", "names twice", "cut", "pos", "syn", "coref", "ind"});
    const std::vector<Sentence> differ = where_nouns_differ(sentences);
    ZooTraining training;
    training.steps = steps;
    for (int seed = 1; seed <= seeds; ++seed) {
        common::show_progress(fmt::format("seed {} of {}", seed, seeds));
        const Parameters<float> model = grown_zoo(static_cast<std::uint64_t>(seed), training);
        const HeadTable table = head_table(model, sentences);
        const Accuracies cut = cut_each_path(model, differ).back().accuracies;
        rows.add_row({std::to_string(seed), number(std::ranges::min(table.whole), 2),
                      number(exchange_of(model, differ, Kind::syntactic).both, 2),
                      number(exchange_of(model, sentences, Kind::coreference).both, 2),
                      number(std::max(cut[syntactic], cut[coreference]), 2), std::to_string(table.of_kind(0).size()),
                      std::to_string(table.of_kind(1).size()), std::to_string(table.of_kind(2).size()),
                      std::to_string(table.of_kind(3).size())});
    }
    common::show_progress("");
    print_measured(rows);
}

}  // namespace

int main(int argc, char** argv)
{
    int seed = 1;
    int another = 9;
    int steps = ZooTraining{}.steps;
    int count = 300;
    int seeds = 0;
    const common::Pictures pictures(argc, argv,
                                    {{"--seed", "of the first numbers and of the sentences", 0, &seed},
                                     {"--another", "of a second model", 0, &another},
                                     {"--steps", "training steps", 0, &steps},
                                     {"--sentences", "to measure with", 20, &count},
                                     {"--seeds", "instead of all else, a table of so many models", 0, &seeds, 1000}});
    common::Random random(1000000007);  // sentences that no training has seen
    const std::vector<Sentence> sentences = toy_sentences(static_cast<std::size_t>(count), random);
    if (seeds > 0) {
        show_seeds(seeds, steps, sentences);
        return 0;
    }
    const Sentence shown = where_nouns_differ(sentences)[0];
    show_language(shown);
    const Parameters<float> model = grow(seed, steps, sentences, pictures);
    const HeadTable table = head_table(model, sentences);
    show_looks(table);
    show_best(table, sentences);
    show_structure(model, sentences);
    show_costs(table);
    show_controls(table, model, sentences);
    show_checks(table, model, sentences);
    show_another(another, steps, sentences);
    draw_looks(table, model, shown, pictures);
    draw_tables(table, pictures);
}
