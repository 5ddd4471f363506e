/// \file
/// Chapter 18: what the program prints and draws; nothing to learn here.
#pragma once

#include "17_induction/forward.hpp"
#include "18_head_zoo/claims.hpp"
#include "18_head_zoo/controls.hpp"
#include "18_head_zoo/head_scores.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/learning_curve.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/structure.hpp"
#include "18_head_zoo/words.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/heat_map.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;

/// The kinds of questions, short enough for a column.
inline const std::array<const char*, kinds> brief = {"pos", "syn", "coref", "ind"};

inline std::string yes(bool holds) { return holds ? "yes" : "no"; }

/// A progress line on a terminal, gone after the last step.
inline std::function<void(int)> progress(const std::string& what, int steps)
{
    return [what, steps](int step) {
        if (step % 10 == 0) common::show_progress(fmt::format("{}: step {} of {}", what, step, steps));
        if (step >= steps) common::show_progress("");
    };
}

/// Counted from 1, as people do.
inline std::string name_of(const HeadName& head)
{
    return fmt::format("layer {} head {}", head.layer + 1, head.head + 1);
}

/// The word at a place.
inline const std::string& word(const Sentence& sentence, std::size_t place)
{
    return dictionary[static_cast<std::size_t>(sentence.words[place])];
}

/// Print a table of trained numbers: its lines begin with `~`.
inline void print_measured(const common::Table& table)
{
    const std::string text = table.text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        fmt::print("~{}\n", text.substr(begin + 1, end - begin - 1));
        begin = end + 1;
    }
}

/// A row: a name, and a number for each kind of question.
inline std::vector<std::string> cells_of(const std::string& name, const Accuracies& accuracies)
{
    std::vector<std::string> cells = {name};
    for (const double accuracy : accuracies) cells.push_back(number(accuracy, 2));
    return cells;
}

/// A header: something, and the four kinds.
inline std::vector<std::string> header(const std::string& first)
{
    std::vector<std::string> cells = {first};
    cells.insert(cells.end(), kind_names.begin(), kind_names.end());
    return cells;
}

/// A sentence, and its four questions.
inline void questions(const Sentence& sentence)
{
    const auto begin = sentence.words.begin();
    fmt::print("  {}\n", text_of({begin, begin + 18}));
    fmt::print("  {}\n", text_of({begin + 18, sentence.words.end()}));
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

/// Mass and cost of every head, side by side.
inline void mass_and_cost(const HeadTable& table)
{
    common::Table rows({"", "mass pos", "syn", "coref", "ind", "back", "cost pos", "syn", "coref", "ind"});
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        std::vector<std::string> cells = {name_of(table.heads[h])};
        for (const Mass& mass : table.looks[h].masses) cells.push_back(number(mass.source, 2));
        cells.push_back(number(table.looks[h].one_back, 2));
        for (std::size_t kind = 0; kind < kinds; ++kind) cells.push_back(number(table.cost(h, kind), 2));
        rows.add_row(cells);
    }
    print_measured(rows);
}

/// The head of each kind with the most mass on the source.
inline void best_heads(const HeadTable& table)
{
    common::Table rows({"best head", "", "source", "distractor", "cost", "by mean", "heads of kind"});
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::size_t h = table.best(kind);
        const Mass& mass = table.looks[h].masses[kind];
        rows.add_row({kind_names[kind], name_of(table.heads[h]), number(mass.source, 2), number(mass.distractor, 2),
                      number(table.cost(h, kind), 2), number(table.cost_by_mean(h, kind), 2),
                      std::to_string(table.of_kind(kind).size())});
    }
    print_measured(rows);
    const std::size_t missed = table.costliest(static_cast<std::size_t>(Kind::induction));
    std::string costs;
    for (std::size_t kind = 0; kind < kinds; ++kind)
        costs += fmt::format(" {} {}", brief[kind], number(table.cost_by_mean(missed, kind), 2));
    fmt::print("~ {}, cost by mean:{}\n", name_of(table.heads[missed]), costs);
}

/// The same words in another order, then paths cut.
inline void structure(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    const std::vector<Sentence> differ = where_nouns_differ(sentences);
    fmt::print("~ right both times: nouns exchanged in {} sentences {}, names in {} {}\n", differ.size(),
               number(exchange_of(model, differ, Kind::syntactic).both, 2), sentences.size(),
               number(exchange_of(model, sentences, Kind::coreference).both, 2));
    common::Table rows(header("path cut"));
    std::vector<CutPath> paths = cut_each_path(model, differ);
    paths.pop_back();  // keys and values together are for the claims below
    for (const CutPath& row : paths) rows.add_row(cells_of(row.name, row.accuracies));
    print_measured(rows);
    std::string itself;
    for (const double weight : looks_at_itself(model, sentences, Kind::positional)) itself += " " + number(weight, 2);
    const std::vector<HeadName> second = heads_of_layer(model.shape, model.shape.layers - 1);
    fmt::print("~ layer 2 at \"twice\": on itself{}; right without it {}\n", itself,
               number(accuracies_without(model, differ, second)[static_cast<std::size_t>(Kind::positional)], 2));
}

/// The heads of a set, by name.
inline std::string names_in(const HeadTable& table, std::size_t set)
{
    std::string names;
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        if ((set >> h & 1U) != 0) names += (names.empty() ? "" : ", ") + name_of(table.heads[h]);
    }
    return names;
}

/// All heads of a kind, and every other choice of the same number.
inline void controls(const HeadTable& table, const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    common::show_progress("taking away each set of heads");
    const std::vector<Accuracies> zeros = accuracies_without_each_set(model, sentences);
    common::show_progress("");
    const Numbers<float> means = mean_outputs(model, sentences);
    std::vector<std::string> as_bad;
    common::Table rows({"without all", "heads", "right", "by mean", "if none", "others", "least", "most", "as bad"});
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::vector<HeadName> heads = table.of_kind(kind);
        const Control control = control_of(zeros, set_of(model.shape, heads), kind);
        rows.add_row({kind_names[kind], std::to_string(heads.size()), number(control.without, 2),
                      number(accuracies_without(model, sentences, heads, means)[kind], 2),
                      number(zeros.back()[kind], 2), number(control.mean, 2), number(control.least, 2),
                      number(control.most, 2), fmt::format("{} of {}", control.as_bad, control.choices)});
        if (control.as_bad == 1) as_bad.push_back(names_in(table, control.worst));
    }
    print_measured(rows);
    for (const std::string& heads : as_bad) fmt::print("~ as bad: {}\n", heads);
    const auto induction = static_cast<std::size_t>(Kind::induction);
    if (table.of_kind(induction).empty()) return;
    const StandIn one = stand_in_of(table, model.shape, zeros, induction);
    fmt::print("~ induction, its other heads gone: with {} {}, without it {}\n", name_of(one.head),
               number(one.alone, 2), number(one.without, 2));
}

/// What holds whatever the seed.
inline void claims(const Claims& claims)
{
    fmt::print("  each kind right, endings and names after the exchange too, at least 0.95: {}\n",
               yes(claims.answers()));
    fmt::print("  without layer 1 in keys and values, below 0.7 (induction below 0.5): {}\n",
               yes(claims.needs_layer_1()));
    fmt::print("  some head has mass 0.5 or more, and costs 0.05 at most: {}\n", yes(claims.has_idle_head));
}

/// Layer 2 of a model when an ending is asked for.
inline void subject_looks(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    constexpr auto syntactic = static_cast<std::size_t>(Kind::syntactic);
    const HeadTable table = head_table(model, sentences);
    common::Table rows({"mass:", "subject", "right after it", "other noun", "cost", "by mean"});
    for (std::size_t h = model.shape.heads; h < table.heads.size(); ++h) {
        const Mass& mass = table.looks[h].masses[syntactic];
        rows.add_row({name_of(table.heads[h]), number(mass.source, 2), number(mass.after, 2),
                      number(mass.distractor, 2), number(table.cost(h, syntactic), 2),
                      number(table.cost_by_mean(h, syntactic), 2)});
    }
    print_measured(rows);
    common::Table orders({"endings right without layer 1 in", "keys", "values"});
    for (const bool first : {true, false}) {
        const std::vector<CutPath> cut =
            cut_each_path(model, where_subject_comes(where_nouns_differ(sentences), first));
        orders.add_row({first ? "subject first: \"dog near owls\"" : "subject last: \"near owls dog\"",
                        number(cut[2].accuracies[syntactic], 2), number(cut[3].accuracies[syntactic], 2)});
    }
    print_measured(orders);
}

/// One model for each seed: what all of them have in common, and what not.
inline void seeds(int count, const ZooTraining& training, const std::vector<Sentence>& sentences)
{
    common::Table rows(
        {"seed", "least right", "syntax twice", "names twice", "cut", "pos", "syn", "coref", "ind", "idle"});
    for (int seed = 1; seed <= count; ++seed) {
        common::show_progress(fmt::format("seed {} of {}", seed, count));
        const Parameters<float> model = grown_zoo(static_cast<std::uint64_t>(seed), training);
        const HeadTable table = head_table(model, sentences);
        const Claims claims = claims_of(model, table, sentences);
        std::vector<std::string> cells = {std::to_string(seed), number(claims.least_right, 2),
                                          number(claims.syntax_both, 2), number(claims.names_both, 2),
                                          number(claims.cut_two_kinds, 2)};
        for (std::size_t kind = 0; kind < kinds; ++kind) cells.push_back(std::to_string(table.of_kind(kind).size()));
        cells.push_back(yes(claims.has_idle_head));
        rows.add_row(cells);
    }
    common::show_progress("");
    print_measured(rows);
}

/// Right answers over the steps, a curve for each kind.
inline std::string learning_picture(const std::vector<LearningPoint>& points)
{
    common::Plot plot{.title = "Four kinds of answers are learned",
                      .description = "Measured: the share of right answers by training step, a curve for each kind of "
                                     "question. All begin low and end at about 1; induction is the last to rise.",
                      .x_title = "training steps",
                      .y_title = "share of right answers"};
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        common::Curve curve{kind_names[kind], {}, {}};
        for (const LearningPoint& point : points) {
            curve.x.push_back(point.step);
            curve.y.push_back(point.accuracies[kind]);
        }
        plot.curves.push_back(curve);
    }
    return plot.svg();
}

/// The words of a sentence as in a text, from left to right and on the next line where there is no more room.
class WrittenSentence
{
public:
    WrittenSentence(common::Svg& svg, double y, double width) : svg_(svg), y_(y), width_(width) {}

    /// The next word, on a ground as dark as its weight; the word that asks has a frame, those after it are hatched, since it
    /// may not see them.
    void write(const std::string& word, double weight, bool asks, bool hidden)
    {
        const double room = common::text_width(word, 13) + 8;
        if (x_ + room > width_ - margin) {
            x_ = margin;
            y_ += line;
        }
        if (hidden) svg_.hatching(x_, y_ - 16, room, 22, "grid");
        if (!hidden) svg_.rectangle(x_, y_ - 16, room, 22, "accent", weight);
        if (asks) svg_.box(x_, y_ - 16, room, 22, "query");
        const std::string kind = asks ? "query strong" : hidden ? "muted" : weight > 0.7 ? "paper" : "ink";
        svg_.text(x_ + room / 2, y_, word, kind, common::Anchor::middle);
        x_ += room + 2;
    }

private:
    static constexpr double margin = 20;
    static constexpr double line = 27;

    common::Svg& svg_;
    double x_ = margin;
    double y_;
    double width_;
};

/// The four best heads, each at the word that asks: the sentence, its words as dark as the head looks at them.
inline std::string looks_picture(const HeadTable& table, const Parameters<float>& model, const Sentence& sentence)
{
    constexpr double width = 430;
    constexpr double panel = 118;
    const Trace<float> trace = forward(model, sequences_of({sentence}));
    common::Svg svg(
        width, 46 + panel * static_cast<double>(kinds), "For each kind its best head, at the word that asks",
        "Measured: one sentence four times, once for each kind of head. The word that asks has a frame, the "
        "words after it are hatched, and the word that knows the answer is dark.");
    svg.text(20, 28, "For each kind its best head, at the word that asks", "ink", common::Anchor::start, 15);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const double y = 60 + panel * static_cast<double>(kind);
        const std::size_t asks = sentence.questions[kind].asks;
        const Vector weights = row_of(weights_of(trace, 0, table.heads[table.best(kind)]), asks);
        svg.text(20, y, fmt::format("{}: {}", kind_names[kind], name_of(table.heads[table.best(kind)])), "muted");
        WrittenSentence written(svg, y + 30, width);
        for (std::size_t place = 0; place < sentence.words.size(); ++place)
            written.write(word(sentence, place), weights(place), place == asks, place > asks);
    }
    return svg.document();
}

/// A map with a row for each head and a column for each kind of question.
inline common::HeatMap map_of_heads(const HeadTable& table, const std::string& title, const std::string& description,
                                    const std::function<double(std::size_t, std::size_t)>& value)
{
    common::HeatMap map{.title = title,
                        .description = description,
                        .values = xt::zeros<double>({table.heads.size(), kinds}),
                        .rows = {},
                        .columns = {brief.begin(), brief.end()},
                        .row_title = "head",
                        .column_title = "question"};
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        map.rows.push_back(name_of(table.heads[h]));
        for (std::size_t kind = 0; kind < kinds; ++kind) map.values(h, kind) = value(h, kind);
    }
    return map;
}

/// All pictures of the lesson.
inline void draw(const Grown& grown, const HeadTable& table, const Sentence& sentence, const common::Pictures& pictures)
{
    pictures.save("map.svg", common::map_svg({common::Step::weights, common::Step::output},
                                             "chapter 18: where heads look, and what their outputs are worth"));
    pictures.save("learning.svg", learning_picture(grown.points));
    pictures.save("looks.svg", looks_picture(table, grown.model, sentence));
    const common::HeatMap mass = map_of_heads(
        table, "Mass: where each head looks",
        "Measured: a row for each head, a column for each kind of question; how much the head puts on the source of "
        "the answer.",
        [&](std::size_t h, std::size_t kind) { return table.looks[h].masses[kind].source; });
    const common::HeatMap cost = map_of_heads(
        table, "Cost: what is lost without it",
        "Measured: a row for each head, a column for each kind of question; how many more answers are wrong without "
        "the head. Few cells are dark, and not those of the other picture.",
        [&](std::size_t h, std::size_t kind) { return std::max(0.0, table.cost(h, kind)); });
    pictures.save("mass.svg", mass.svg());
    pictures.save("cost.svg", cost.svg());
}

}  // namespace attention::show
