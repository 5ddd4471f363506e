#include "17_induction/checked.hpp"
#include "17_induction/composition.hpp"
#include "17_induction/distances.hpp"
#include "17_induction/drawn_heads.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/paths.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/score_parts.hpp"
#include "17_induction/scores.hpp"
#include "17_induction/training.hpp"
#include "17_induction/trap.hpp"

#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

using namespace attention;

namespace
{

using Model = Parameters<float>;

struct Options {
    int seed = 1;
    int steps = 1000;
    int seeds = 0;

    Recipe recipe() const
    {
        Recipe recipe;
        recipe.steps = steps;
        recipe.seed = static_cast<std::uint64_t>(seed);
        return recipe;
    }
};

/// Sequences that no model has learned from.
Sequences fresh(std::size_t count, const RepeatedTask& task = {})
{
    common::Random random(20261125);
    return repeated_sequences(task, count, random);
}

std::string yes(bool holds) { return holds ? "yes" : "no"; }

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Learn, with a progress line on a terminal.
Model learn(const Recipe& recipe, const std::string& what, const Watch<float>& watch = {})
{
    Model model = train<float>(recipe, [&](int step, const Model& now) {
        if (step % 20 == 0) common::show_progress(fmt::format("  {}: step {} of {}", what, step, recipe.steps));
        if (watch) watch(step, now);
    });
    common::show_progress("");
    return model;
}

double accuracy_of(const Model& model, const Sequences& sequences)
{
    return result_of(forward(model, sequences), sequences).accuracy;
}

void show_task()
{
    common::heading("The task: a block of random tokens, and again from its start");
    const Sequences examples = fresh(3);
    for (std::size_t s = 0; s < examples.count(); ++s) {
        std::string words;
        std::string asked;
        for (std::size_t t = 0; t < examples.length; ++t) {
            words += letter(examples.token(s, t)) + " ";
            asked += examples.target(s, t) == nothing_asked ? "  " : letter(examples.target(s, t)) + " ";
        }
        asked.erase(asked.find_last_not_of(' ') + 1);
        fmt::print("  reads {}\n  asked {}\n", words.substr(0, words.size() - 1), asked);
    }
}

void show_model()
{
    const ModelShape shape;
    common::heading("The model: two layers of one head, and nothing else");
    common::Table table({"part", "shape", "numbers"});
    const auto add = [&](const char* name, std::size_t rows, std::size_t columns, std::size_t times) {
        table.add_row({name, fmt::format("{} ({}, {})", times, rows, columns), std::to_string(times * rows * columns)});
    };
    add("a row for each token", shape.vocabulary, shape.d_model, 1);
    add("a row for each place", shape.length, shape.d_model, 1);
    add("W_Q, W_K, W_V, W_O of each layer", shape.d_model, shape.d_head, 4 * shape.layers);
    add("a column for each next token", shape.d_model, shape.vocabulary, 1);
    table.add_row({"all", "", std::to_string(parameter_count(shape))});
    table.print();

    common::Random random(3);
    const Parameters<double> model = random_parameters<double>(shape, random);
    const std::vector<double> errors = gradient_errors(model, fresh(2));
    fmt::print("  gradient of each against central differences: relative error below 1e-6: {}\n",
               yes(std::ranges::max(errors) < 1e-6));
}

Model show_training(const Options& options, const common::Pictures& pictures)
{
    common::heading("It learns: 32 new sequences a step, scores on 64 that it never learns from");
    common::Curve loss{"loss / ln 24", {}, {}};
    common::Curve accuracy{"accuracy", {}, {}};
    common::Curve previous{"layer 1: one back", {}, {}};
    common::Curve induction{"layer 2: induction", {}, {}};
    const Sequences sequences = fresh(64);
    fmt::print("  step   loss  accuracy  layer 1: one back  largest there  layer 2: induction\n");
    const auto start = std::chrono::steady_clock::now();
    const Model model = learn(options.recipe(), "two layers", [&](int step, const Model& now) {
        if (step % 20 != 0) return;
        const Trace<float> trace = forward(now, sequences);
        const Result result = result_of(trace, sequences);
        loss.y.push_back(result.loss / std::log(24.0));
        accuracy.y.push_back(result.accuracy);
        const HeadScores first = head_scores(trace, sequences, first_head);
        previous.y.push_back(first.previous);
        induction.y.push_back(head_scores(trace, sequences, second_head).induction);
        for (common::Curve* curve : {&loss, &accuracy, &previous, &induction}) curve->x.push_back(step);
        if (step % 100 != 0) return;
        common::show_progress("");
        fmt::print("~ {:>4}  {:>5.3f}  {:>8.3f}  {:>17.3f}  {:>13.3f}  {:>18.3f}\n", step, result.loss, result.accuracy,
                   first.previous, first.previous_largest, induction.y.back());
    });
    fmt::print("~ in {:.1f} s, on one thread\n", seconds_since(start));
    pictures.save("phase.svg",
                  common::Plot{.title = "A phase change",
                               .description =
                                   "Measured: for a while almost nothing happens. Then, within a few hundred "
                                   "steps, the accuracy rises from a fifth to nearly 1, and with it the "
                                   "weight of the first layer on the place before and the induction score "
                                   "of the second. The loss falls to nearly 0.",
                               .x_title = "steps",
                               .y_title = "loss as a share of ln 24; accuracy; weight where it belongs",
                               .curves = {loss, accuracy, previous, induction}}
                      .svg());
    return model;
}

void show_heads(const Options& options, const Model& model, const common::Pictures& pictures)
{
    common::heading("Where the two heads look");
    const Sequences sequences = shown();
    const Trace<float> trace = forward(model, sequences);
    const Matrix first = weights_of(trace, 0, first_head);
    const Matrix second = weights_of(trace, 0, second_head);
    const auto largest_in = [](const Matrix& A, std::size_t i) {
        const Vector row = row_of(A, i);
        return static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
    };
    fmt::print("  at  token  layer 2 looks at  weight  there layer 1 had looked at  weight\n");
    for (std::size_t i = 9; i < 18; ++i) {
        const std::size_t after = largest_in(second, i);
        const std::size_t back = largest_in(first, after);
        fmt::print("~ {:>2}  {:>5}  {:>16}  {:>6.2f}  {:>27}  {:>6.2f}\n", i, letter(sequences.token(0, i)), after,
                   second(i, after), back, first(after, back));
    }
    common::Random random(options.recipe().seed);
    draw_heads(random_parameters<float>(ModelShape{}, random), "before",
               "some weight everywhere up to the diagonal, and no shape to recognise.",
               "some weight everywhere up to the place itself, and no shape to recognise.", pictures);
    draw_heads(
        model, "after", "the darkest cells stand just below the diagonal: each place looks at the one before it.",
        "a dark diagonal far to the left: each token looks at the place after the earlier one like it.", pictures);
}

/// Row 15 of the picture is not as dark as the others: the two best keys there, and in the row before.
void show_score_parts(const Model& model)
{
    common::heading("Two rows of layer 2: the scores of the two best keys, taken apart");
    const Sequences sequences = shown();
    const Trace<float> trace = forward(model, sequences);
    const Matrix weights = weights_of(trace, 0, second_head);
    fmt::print("  at    looks at  weight  token asks for what was carried  all else  score\n");
    for (const std::size_t query : {14U, 15U}) {
        std::vector<std::size_t> keys(query + 1);
        std::iota(keys.begin(), keys.end(), std::size_t{0});
        std::ranges::sort(keys, [&](std::size_t a, std::size_t b) { return weights(query, a) > weights(query, b); });
        for (const std::size_t key : {keys[0], keys[1]}) {
            const ScoreParts parts = score_parts(model, trace, query, key);
            fmt::print("~ {} {}  {:>6} {}  {:>6.2f}  {:>31.2f}  {:>8.2f}  {:>5.2f}\n", query,
                       letter(sequences.token(0, query)), key, letter(sequences.token(0, key)), weights(query, key),
                       parts.composed, parts.rest, parts.all());
        }
    }
}

void show_composition(const Options& options, const Model& model)
{
    common::heading("Read from the matrices alone: rows led by their diagonal, of 24");
    common::Random random(options.recipe().seed);
    const Model before = random_parameters<float>(ModelShape{}, random);
    const auto print = [](const char* name, const Matrix& was, const Matrix& is) {
        fmt::print("~ {:<51}  {:>6}  {:>5}\n", name, rows_led_by_diagonal(was), rows_led_by_diagonal(is));
    };
    fmt::print("  {:<51}  before  after\n", "");
    print("a token asks layer 2 for a token that layer 1 moved", composed_scores(before, first_head, second_head),
          composed_scores(model, first_head, second_head));
    print("layer 2 looks at a token and names a token", copied_scores(before, second_head),
          copied_scores(model, second_head));
}

void show_paths(const Model& model)
{
    common::heading("Cut the paths by which layer 1 is read: accuracy on 256 new sequences");
    fmt::print("  {:<23}  accuracy  layer 2: induction\n", "cut");
    const std::vector<CutPaths> rows = cut_paths(model, fresh(256));
    for (const CutPaths& row : rows)
        fmt::print("~ {:<23}  {:>8.3f}  {:>18.3f}\n", row.name, row.accuracy, row.induction);
    fmt::print("  without the path to keys below 0.2: {}; with no other at least 0.97: {}\n",
               yes(rows[2].accuracy < 0.2), yes(rows.back().accuracy >= 0.97));
}

void show_ablation(const Model& model)
{
    common::heading("Take a head away: accuracy on 256 new sequences");
    const Report report = report_on(model, fresh(256));
    fmt::print("~ both heads             {:.3f}\n", report.whole.accuracy);
    fmt::print("~ layer 1 replaced by 0  {:.3f}\n", report.without_first);
    fmt::print("~ layer 2 replaced by 0  {:.3f}\n", report.without_second);
    fmt::print("~ both replaced by 0     {:.3f}\n", report.without_both);
    fmt::print("  both heads at least 0.99: {}; with either one gone below 0.2: {}\n",
               yes(report.whole.accuracy >= 0.99), yes(std::max(report.without_first, report.without_second) < 0.2));
    for (const std::size_t block : {8U, 6U, 4U}) {
        const double accuracy = accuracy_of(model, fresh(256, {.shortest_block = block, .longest_block = block}));
        fmt::print("~ blocks of {}, shorter than it ever saw: {:.3f}\n", block, accuracy);
    }
}

void show_one_layer(const Options& options)
{
    common::heading("One layer alone, twice as many steps");
    Recipe recipe = options.recipe();
    recipe.shape.layers = 1;
    recipe.steps = 2 * options.steps;
    const Model model = learn(recipe, "one layer");
    const Sequences sequences = fresh(256);
    const Trace<float> trace = forward(model, sequences);
    fmt::print("~ accuracy {:.3f}, induction score {:.3f}\n", result_of(trace, sequences).accuracy,
               head_scores(trace, sequences, first_head).induction);
    fmt::print("  by distances alone: accuracy {:.3f}\n", accuracy_by_distances(recipe.task, sequences));
    fmt::print("  accuracy at least 0.5: {}\n", yes(result_of(trace, sequences).accuracy >= 0.5));
}

void show_trap(const Options& options)
{
    common::heading("The trap: train on blocks of 12 only");
    fmt::print("  layers  steps  blocks of 12  blocks of 11  blocks of 13  of 9 to 16\n");
    bool fooled = true;
    for (const std::size_t layers : {1U, 2U}) {
        Recipe recipe = options.recipe();
        recipe.shape.layers = layers;
        recipe.steps = options.steps * 2 / 5;
        recipe.task.shortest_block = recipe.task.longest_block = trap_block;
        const Model model = learn(recipe, "blocks of 12");
        const Trap trap = trap_of(model, 256, common::Random(20261125));
        fmt::print("~ {:>6}  {:>5}  {:>12.3f}  {:>12.3f}  {:>12.3f}  {:>10.3f}\n", layers, recipe.steps, trap.known,
                   trap.shorter, trap.longer, trap.mixed);
        if (layers == 1) {
            const Sequences sequences = fresh(1, recipe.task);
            const Matrix weights = weights_of(forward(model, sequences), 0, first_head);
            fmt::print("~ its weight 11 places back, at place 20: {:.2f}\n", weights(20, 9));
        }
        fooled = fooled && trap.is_sprung();
    }
    fmt::print("  at least 0.99 on what they know, below 0.3 on the rest: {}\n", yes(fooled));
}

void show_seeds(const Options& options)
{
    common::heading("One model for each seed, on 256 new sequences");
    fmt::print("  seed  accuracy  one back  largest  induction  no layer 1  no layer 2  seconds\n");
    for (int seed = 1; seed <= options.seeds; ++seed) {
        Recipe recipe = options.recipe();
        recipe.seed = static_cast<std::uint64_t>(seed);
        const auto start = std::chrono::steady_clock::now();
        const Model model = learn(recipe, fmt::format("seed {}", seed));
        const double seconds = seconds_since(start);
        const Report r = report_on(model, fresh(256));
        fmt::print("~ {:>4}  {:>8.4f}  {:>8.3f}  {:>7.3f}  {:>9.3f}  {:>10.3f}  {:>10.3f}  {:>7.1f}\n", seed,
                   r.whole.accuracy, r.first.previous, r.first.previous_largest, r.second.induction, r.without_first,
                   r.without_second, seconds);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    Options options;
    const common::Pictures pictures(
        argc, argv,
        {{"--seed", "what is random", 0, &options.seed},
         {"--steps", "how long the two layers learn", 0, &options.steps, 100000},
         {"--seeds", "instead of all else, a table of so many models", 0, &options.seeds, 1000}});
    if (options.seeds > 0) {
        show_seeds(options);
        return 0;
    }
    show_task();
    show_model();
    const Model model = show_training(options, pictures);
    show_heads(options, model, pictures);
    show_score_parts(model);
    show_composition(options, model);
    show_paths(model);
    show_ablation(model);
    show_one_layer(options);
    show_trap(options);
}
