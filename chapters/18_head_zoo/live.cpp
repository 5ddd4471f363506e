// The live page of chapter 18: a model learns the toy language; then silence heads, and see which answers go.

#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/structure.hpp"
#include "18_head_zoo/words.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attention
{

namespace
{

constexpr int every = 20;  // steps from one moment to the next

/// Sentences that no training has seen, as in the program.
const std::vector<Sentence>& unseen()
{
    static const std::vector<Sentence> sentences = [] {
        common::Random random(1000000007);
        return toy_sentences(100, random);
    }();
    return sentences;
}

/// A model in the middle of its training, and how well it answers.
struct Moment {
    int step = 0;
    Parameters<float> model;
    Accuracies right{};
};

/// The training of the program's first model, kept moment by moment, so that one can go back.
class Film
{
public:
    Film() : zoo_(1, {}) { keep(); }

    /// The moments until some steps. Learns as far as it must.
    std::span<const Moment> until(std::size_t steps)
    {
        while (zoo_.steps + every <= static_cast<int>(steps)) {
            for (int step = 0; step < every; ++step) zoo_.step();
            keep();
        }
        return std::span(moments_).first(steps / every + 1);
    }

private:
    void keep() { moments_.push_back({zoo_.steps, zoo_.model, accuracies_without(zoo_.model, unseen(), {})}); }

    GrowingZoo zoo_;
    std::vector<Moment> moments_;
};

common::Plot plot_of(std::span<const Moment> moments)
{
    common::Plot plot{.title = "Right answers, with all heads", .description = "", .x_title = "steps", .y_title = ""};
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        common::Curve curve{kind_names[kind], {}, {}};
        for (const Moment& moment : moments) {
            curve.x.push_back(moment.step);
            curve.y.push_back(moment.right[kind]);
        }
        plot.curves.push_back(curve);
    }
    return plot;
}

/// Where each head looks: its mean weight on the sources, and on the word just before.
common::Grid mass_grid(const std::vector<Looks>& looks)
{
    common::Grid grid{.caption = "Mass: where each head looks (layer.head)",
                      .values = xt::zeros<double>({looks.size(), kinds + 1}),
                      .columns = {"pos", "syn", "coref", "ind", "back"},
                      .decimals = 2,
                      .shade = common::Shade::weights,
                      .in_output = false};
    for (std::size_t h = 0; h < looks.size(); ++h) {
        grid.rows.push_back(std::to_string(h / 4 + 1) + "." + std::to_string(h % 4 + 1));
        for (std::size_t kind = 0; kind < kinds; ++kind) grid.values(h, kind) = looks[h].masses[kind].source;
        grid.values(h, kinds) = looks[h].one_back;
    }
    return grid;
}

/// The heads that are to be silent.
std::vector<HeadName> silenced(common::Page& page)
{
    const BoolMatrix speaks = page.cells("heads", "Heads that may speak", xt::ones<bool>({2, 4}),
                                         {"layer 1", "layer 2"}, {"1", "2", "3", "4"});
    std::vector<HeadName> removed;
    for (const HeadName& head : heads_of(zoo_shape()))
        if (!speaks(head.layer, head.head)) removed.push_back(head);
    return removed;
}

/// What is lost without the silenced heads, and how much they had looked at its source.
common::Words finding(const Accuracies& whole, const Accuracies& left, const std::vector<HeadName>& removed,
                      const std::vector<Looks>& looks)
{
    if (removed.empty())
        return {
            .text =
                "Let it learn until all four kinds are answered. Then silence a head that looks where the answer is.",
            .in_output = false};
    std::size_t worst = 0;
    for (std::size_t kind = 1; kind < kinds; ++kind)
        if (whole[kind] - left[kind] > whole[worst] - left[worst]) worst = kind;
    double mass = 0;
    for (const HeadName& head : removed) mass += looks[head.layer * 4 + head.head].masses[worst].source;
    return {.text = "What suffers most is " + kind_names[worst] +
                    ": from {} right to {}. The mass on its source, of all heads you silenced, is {}.",
            .numbers = {whole[worst], left[worst], mass},
            .decimals = 2,
            .in_output = false};
}

/// One sentence, and where its questions are.
void show_sentence(common::Page& page)
{
    const Sentence sentence = where_nouns_differ(unseen())[0];
    common::Grid grid{.caption = text_of(sentence.words),
                      .values = xt::zeros<double>({kinds, std::size_t{3}}),
                      .rows = {kind_names.begin(), kind_names.end()},
                      .columns = {"asks", "source", "distractor"},
                      .decimals = 0};
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const Question& question = sentence.questions[kind];
        set_row(grid.values, kind,
                Vector{static_cast<double>(question.asks), static_cast<double>(question.source),
                       static_cast<double>(question.distractor)});
    }
    page.show(grid);
}

}  // namespace

void live_page(common::Page& page)
{
    static Film film;
    page.allow(1e-2);
    page.column();
    const std::span<const Moment> moments = film.until(page.steps("steps", "Learn, step by step", every, 2000));
    const Moment& now = moments.back();
    page.show(plot_of(moments), {.x_from = 0,
                                 .x_to = 2000,
                                 .y_from = 0,
                                 .y_to = 1.05,
                                 .here = static_cast<double>(now.step),
                                 .seen = {"Right answers: {} positional, {} syntactic, {} coreference, {} induction.",
                                          {now.right.begin(), now.right.end()},
                                          2}});
    const std::vector<HeadName> removed = silenced(page);
    page.column();
    const std::vector<Looks> looks = looks_of(now.model, unseen());
    page.show(mass_grid(looks));
    const Accuracies left = accuracies_without(now.model, unseen(), removed);
    page.show(common::Bars{.caption = "Right answers, with the heads that speak",
                           .labels = {kind_names.begin(), kind_names.end()},
                           .values = {left[0], left[1], left[2], left[3]},
                           .decimals = 2,
                           .in_output = false});
    page.across();
    page.say(finding(now.right, left, removed, looks));
    show_sentence(page);
}

}  // namespace attention
