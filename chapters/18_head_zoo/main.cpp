// Chapter 18: a zoo of heads.   Four kinds of questions, eight heads, and what is lost without each

#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

using namespace attention;
using common::number;

namespace
{

/// What a head that looks everywhere alike would put on a source: the mean of 1 / (number of places it may see).
double even_mass(const std::vector<Sentence>& sentences)
{
    double sum = 0.0;
    for (const Sentence& sentence : sentences) {
        for (const Question& question : sentence.questions) sum += 1.0 / static_cast<double>(question.asks + 1);
    }
    return sum / static_cast<double>(kinds * sentences.size());
}

/// Counted from 1, as people do.
std::string name_of(const HeadName& head) { return fmt::format("layer {} head {}", head.layer + 1, head.head + 1); }

const std::string& word(const Sentence& sentence, std::size_t place)
{
    return dictionary[static_cast<std::size_t>(sentence.words[place])];
}

/// A table of trained numbers: its lines begin with `~`.
void print_measured(const common::Table& table)
{
    const std::string text = table.text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        fmt::print("~{}\n", text.substr(begin + 1, end - begin - 1));
        begin = end + 1;
    }
}

std::vector<std::string> cells_of(const std::string& name, const Accuracies& accuracies)
{
    std::vector<std::string> cells = {name};
    for (const double accuracy : accuracies) cells.push_back(number(accuracy, 2));
    return cells;
}

/// A header: something, and the four kinds.
std::vector<std::string> header(const std::string& first)
{
    std::vector<std::string> cells = {first};
    cells.insert(cells.end(), kind_names.begin(), kind_names.end());
    return cells;
}

void show_language(const Sentence& sentence)
{
    common::heading("A sentence of the toy language, and its four questions");
    const auto begin = sentence.words.begin();
    fmt::print("  {}\n", text_of({begin, begin + 15}));
    fmt::print("  {}\n\n", text_of({begin + 15, sentence.words.end()}));
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

    const std::vector<Sentence> few(sentences.begin(), sentences.begin() + 100);
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

void show_importance(const HeadTable& table, const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    common::heading("What is lost: accuracy without a head");
    common::Table rows(header("without"));
    rows.add_row(cells_of("nothing", table.whole));
    for (std::size_t h = 0; h < table.heads.size(); ++h)
        rows.add_row(cells_of(name_of(table.heads[h]), table.without[h]));
    for (std::size_t layer = 0; layer < model.shape.layers; ++layer) {
        const Accuracies without = accuracies_without(model, sentences, heads_of_layer(model.shape, layer));
        rows.add_row(cells_of(fmt::format("all of layer {}", layer + 1), without));
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const Accuracies without = accuracies_without(model, sentences, table.of_kind(kind));
        rows.add_row(cells_of(fmt::format("all {}", kind_names[kind]), without));
    }
    rows.add_row(cells_of("all heads", accuracies_without(model, sentences, table.heads)));
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
    fmt::print("  even weights would put {} on each of both\n", number(even_mass(sentences), 2));
}

/// One or many: what the mean of the syntactic score hides.
void show_cases(const HeadTable& table, const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    common::heading("The best syntactic head, asked about one and about many");
    const auto kind = static_cast<std::size_t>(Kind::syntactic);
    const std::size_t h = table.best(kind);
    for (std::size_t many = 0; many < 2; ++many) {
        std::vector<Sentence> some;
        const int ending = many == 1 ? Words::ending_many : Words::ending_one;
        std::ranges::copy_if(sentences, std::back_inserter(some),
                             [&](const Sentence& sentence) { return sentence.questions[kind].answer == ending; });
        fmt::print("~ the subject is {}: mass on it {}\n", many == 1 ? "many" : "one",
                   number(looks_of(model, some)[h].masses[kind].source, 2));
    }
}

void check(const std::string& claim, bool holds) { fmt::print("  {:<64} {}\n", claim + ":", holds ? "yes" : "no"); }

void show_checks(const HeadTable& table, const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    common::heading("What holds for other seeds too");
    check("each kind of question is answered, at least 0.95", std::ranges::min(table.whole) >= 0.95);
    for (std::size_t kind = 0; kind < kinds; ++kind)
        check(fmt::format("there is a head of the kind {}", kind_names[kind]), !table.of_kind(kind).empty());
    bool idle = false;
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        for (std::size_t kind = 0; kind < kinds; ++kind)
            idle = idle || (table.looks[h].masses[kind].source >= 0.5 && table.cost(h, kind) <= 0.05);
    }
    check("a head has mass 0.5 or more, and costs 0.05 at most", idle);

    const Accuracies spared = accuracies_without(model, sentences, table.of_kind(0));
    check("without all positional heads half of those answers are lost", spared[0] < 0.5 * table.whole[0]);

    const auto induction = static_cast<std::size_t>(Kind::induction);
    double most = 0.0;
    for (std::size_t h = 0; h < model.shape.heads; ++h) most = std::max(most, table.looks[h].masses[induction].source);
    const Accuracies without = accuracies_without(model, sentences, heads_of_layer(model.shape, 0));
    check("no head of layer 1 has more than 0.2 on induction's source", most <= 0.2);
    check("and yet without layer 1 half of induction is lost", without[induction] < 0.5 * table.whole[induction]);
}

/// The four best heads, each at the word that asks.
void draw_looks(const HeadTable& table, const Parameters<float>& model, const Sentence& sentence,
                const common::Pictures& pictures)
{
    const Trace<float> trace = forward(model, sequences_of({sentence}));
    common::HeatMap map{.title = "For each kind its best head, at the word that asks",
                        .description =
                            "Measured: a row for each kind of head, a column for each word of one sentence. Each row "
                            "is darkest at the word that knows the answer.",
                        .values = xt::zeros<double>({kinds, sentence.words.size()}),
                        .rows = {},
                        .columns = {},
                        .row_title = "who asks",
                        .column_title = "where it looks"};
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::size_t asks = sentence.questions[kind].asks;
        const Matrix weights = weights_of(trace, 0, table.heads[table.best(kind)]);
        set_row(map.values, kind, row_of(weights, asks));
        map.rows.push_back(fmt::format("{}: {}", kind_names[kind], word(sentence, asks)));
    }
    for (std::size_t place = 0; place < sentence.words.size(); ++place) map.columns.push_back(word(sentence, place));
    pictures.save("looks.svg", map.svg());
}

/// Mass and cost, each a map with a row for each head.
void draw_tables(const HeadTable& table, const common::Pictures& pictures)
{
    common::HeatMap mass{.title = "Mass: where each head looks",
                         .description = "Measured: a row for each head, a column for each kind of question; how much "
                                        "the head puts on the source of the answer.",
                         .values = xt::zeros<double>({table.heads.size(), kinds}),
                         .rows = {},
                         .columns = {"pos", "syn", "coref", "ind"},
                         .row_title = "head",
                         .column_title = "question"};
    common::HeatMap cost = mass;
    cost.title = "Cost: what is lost without it";
    cost.description = "Measured: a row for each head, a column for each kind of question; how many answers more are "
                       "wrong without the head. Few cells are dark, and not those of the other picture.";
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        mass.rows.push_back(name_of(table.heads[h]));
        cost.rows.push_back(name_of(table.heads[h]));
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            mass.values(h, kind) = table.looks[h].masses[kind].source;
            cost.values(h, kind) = std::max(0.0, table.cost(h, kind));
        }
    }
    pictures.save("mass.svg", mass.svg());
    pictures.save("cost.svg", cost.svg());
}

}  // namespace

int main(int argc, char** argv)
{
    int seed = 2;
    int steps = ZooTraining{}.steps;
    const common::Pictures pictures(
        argc, argv,
        {{"--seed", "of the first numbers and of the sentences", 0, &seed}, {"--steps", "training steps", 0, &steps}});
    common::Random random(1000000007);  // sentences that no training has seen
    const std::vector<Sentence> sentences = toy_sentences(500, random);
    const auto is_of_many = [](const Sentence& sentence) {
        return sentence.questions[static_cast<std::size_t>(Kind::syntactic)].answer == Words::ending_many;
    };
    const Sentence& shown = *std::ranges::find_if(sentences, is_of_many);
    show_language(shown);
    const Parameters<float> model = grow(seed, steps, sentences, pictures);
    const HeadTable table = head_table(model, sentences);
    show_looks(table);
    show_best(table, sentences);
    show_cases(table, model, sentences);
    show_importance(table, model, sentences);
    show_checks(table, model, sentences);
    draw_looks(table, model, shown, pictures);
    draw_tables(table, pictures);
}
