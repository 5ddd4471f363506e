// Chapter 15: learning.   W <- W - rate dW, again and again: for W_Q, W_K and W_V

#include "15_learning/best_key.hpp"
#include "15_learning/learning.hpp"
#include "15_learning/pace.hpp"
#include "15_learning/pairing.hpp"
#include "15_learning/recall.hpp"
#include "15_learning/side_by_side.hpp"
#include "15_learning/tuned.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "14_gradients/finite_differences.hpp"
#include "common/heat_map.hpp"
#include "common/live.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
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

const char* yes(bool is_so) { return is_so ? "yes" : "no"; }

void show_question()
{
    common::heading("A question, and a dictionary of eight pairs");
    common::Random random(14);
    const Questions asked = random_questions(1, random);
    const Vector token = row_of(asked.tokens, asked.slots[0]);
    const Vector key = xt::view(token, xt::range(0, key_size));
    const Vector value = xt::view(token, xt::range(key_size, token_size));
    fmt::print("  key of pair {} {}\n", asked.slots[0] + 1, numbers(key, 2));
    fmt::print("  the query     {}\n", numbers(row_of(asked.queries, 0), 2));
    fmt::print("  its value, and the answer: {}\n", numbers(value, 2));
}

void show_checked()
{
    common::heading("The way back, against central differences");
    common::Random random(15);
    const Questions asked = random_questions(5, random);
    Projections W = random_head(6, random);
    const double scale = scale_of(Scaling::root, 6);
    const Projections d = recall_backward(asked, W, scale, recall(asked, W, scale));
    const auto check = [&](const std::string& name, const Matrix& given, Matrix& place) {
        const Matrix at = place;
        const Matrix tried = central_differences(
            [&](const Matrix& moved) {
                place = moved;
                return squared_error(recall(asked, W, scale).output, asked.answers);
            },
            at);
        place = at;
        fmt::print("  {}  ({:>2}, {})  relative error below 1e-7: {}\n", name, at.shape(0), at.shape(1),
                   yes(relative_error(given, tried) < 1e-7));
    };
    check("W_Q", d.W_Q, W.W_Q);
    check("W_K", d.W_K, W.W_K);
    check("W_V", d.W_V, W.W_V);
}

/// Loss, weight and entropy of one head against the steps, as far as `last`.
common::Plot plot_of(const Run& run, int last)
{
    common::Plot plot{.title = "A head learns to look up",
                      .description =
                          "Measured: three curves against steps. The loss falls from above 1 to nearly 0.1. The "
                          "weight on the right pair rises from an eighth to above 0.8. The entropy rises a little at "
                          "first, then falls from nearly 2 to below 0.5.",
                      .x_title = "steps",
                      .y_title = "loss, weight, entropy in nats",
                      .curves = {{"loss", {}, {}}, {"weight on the right pair", {}, {}}, {"entropy", {}, {}}},
                      .text_rows = 14};
    for (std::size_t i = 0; i < run.steps.size() && run.steps[i] <= last; ++i) {
        for (common::Curve& curve : plot.curves) curve.x.push_back(run.steps[i]);
        plot.curves[0].y.push_back(run.progress[i].loss);
        plot.curves[1].y.push_back(run.progress[i].weight_on_right);
        plot.curves[2].y.push_back(run.progress[i].entropy);
    }
    return plot;
}

common::HeatMap map_of(const Matrix& P, const std::string& title, const std::string& description)
{
    common::HeatMap map{.title = title,
                        .description = "Measured: " + description,
                        .values = shares_of_largest(P),
                        .rows = {},
                        .columns = {},
                        .row_title = "query",
                        .column_title = "numbers of a token: its key, then its value"};
    map.decimals = 0;
    for (std::size_t c = 0; c < key_size; ++c) map.rows.push_back(fmt::format("q {}", c + 1));
    for (std::size_t c = 0; c < key_size; ++c) map.columns.push_back(fmt::format("k {}", c + 1));
    for (std::size_t c = 0; c < value_size; ++c) map.columns.push_back(fmt::format("v {}", c + 1));
    return map;
}

void print_measured(const std::string& name, const Matrix& M, const std::string& row)
{
    fmt::print("  {}, in hundredths\n", name);
    for (std::size_t i = 0; i < M.shape(0); ++i) {
        fmt::print("~ {} {:<2}", row, i + 1);
        for (std::size_t j = 0; j < M.shape(1); ++j) fmt::print(" {:>4}", number(100 * M(i, j), 0));
        fmt::print("\n");
    }
}

void show_one(int steps, int seed, const common::Pictures& pictures)
{
    common::heading("One head learns: d_k = 64, scores divided by its root, plain descent");
    std::vector<Run> runs = {new_run(64, Scaling::root, Rule::descent, static_cast<std::uint64_t>(seed))};
    Run& run = runs[0];
    common::Random random(static_cast<std::uint64_t>(seed));
    std::vector<Matrix> seen;
    {
        common::Live live;
        learn_together(runs, {.steps = steps, .looks = 150}, random, [&](int step) {
            seen.push_back(pairing(run.learner.W, run.learner.scale));
            live.show(plot_of(run, step).text());
        });
    }
    fmt::print("  after   loss  weight on the right pair  entropy  pairing, cosine with [1 0]\n");
    for (const std::size_t look : {0U, 2U, 5U, 10U, 20U, 40U, 80U, 150U}) {
        const std::size_t at = std::min<std::size_t>(look, seen.size() - 1);
        const Progress& progress = run.progress[at];
        fmt::print("~ {:>5.0f}  {:>5.3f}  {:>24.2f}  {:>7.2f}  {:>26.3f}\n", run.steps[at], progress.loss,
                   progress.weight_on_right, progress.entropy, likeness(seen[at], right_pairing()));
    }
    fmt::print("  weight on the right pair at least 0.8: {}\n", yes(run.progress.back().weight_on_right >= 0.8));
    fmt::print("  entropy at most 0.5, where ln 8 = {} is no choice at all: {}\n", number(std::log(8.0), 2),
               yes(run.progress.back().entropy <= 0.5));

    common::heading("What W_Q and W_K have learned: the pairing W_Q W_K^T / sqrt(d_k)");
    print_measured("before", seen.front(), "query");
    print_measured("after", seen.back(), "query");
    fmt::print("  cosine with [1 0] at least 0.98: {}\n", yes(likeness(seen.back(), right_pairing()) >= 0.98));

    common::heading("What W_V has learned: leave the key, hand over the value");
    print_measured("W_V", run.learner.W.W_V, "token");
    fmt::print("  cosine with 0 above 1 at least 0.98: {}\n", yes(likeness(run.learner.W.W_V, right_values()) >= 0.98));

    pictures.save("learning.svg", plot_of(run, 400).svg());
    pictures.save("pairing_before.svg",
                  map_of(seen.front(), "The pairing before the first step",
                         "cells dark and pale without any order, in the eight columns of the key and in the four of "
                         "the value.")
                      .svg());
    pictures.save("pairing_soon.svg",
                  map_of(seen[std::min<std::size_t>(5, seen.size() - 1)], "The pairing after 50 steps",
                         "the diagonal of the eight columns of the key stands out.")
                      .svg());
    pictures.save("pairing_after.svg",
                  map_of(seen.back(), fmt::format("The pairing after {} steps", steps),
                         "a dark diagonal in the eight columns of the key, and next to nothing anywhere else.")
                      .svg());
}

void show_pace(int seed)
{
    common::heading("How far a small step moves the pairing: by formula, and in 100 random heads");
    common::Table table({"d_k", "divided by", "by formula", "measured, along dP", "in all"});
    for (const std::size_t d_k : head_sizes) {
        for (const Scaling scaling : scalings) {
            const Pace pace = mean_pace(d_k, scaling, 100, static_cast<std::uint64_t>(seed));
            const auto shown = [](double number) { return fmt::format("{:.3g}", number); };
            table.add_row({std::to_string(d_k), name_of(scaling), shown(expected_pace(d_k, scale_of(scaling, d_k))),
                           shown(pace.along), shown(pace.in_all)});
        }
    }
    table.print();
}

void show_tuned(int steps, int seed)
{
    const int few = std::min(steps, 200);
    const std::vector<double> rates = {0.3, 0.3 / 16, 0.3 / 4, 1.2, 4.8, 19.2, 76.8, 307.2};
    common::heading(
        fmt::format("A rate for each divisor: the best of {}, after {} steps of descent", rates.size(), few));
    fmt::print("  d_k  divided by   loss with rate 0.3   best rate of W_Q, W_K   loss with it\n");
    const std::vector<Tuned> tuned = tuned_each(rates, few, static_cast<std::uint64_t>(seed));
    for (const Tuned& t : tuned) {
        fmt::print("~ {:>3}  {:<10}   {:>18.2f}   {:>21.3g}   {:>12.2f}\n", t.d_k, name_of(t.scaling), t.first.loss,
                   t.best.rate, t.best.loss);
    }
    const auto best = [&](std::size_t row) { return tuned[row].best; };
    const auto [least, most] = std::minmax({best(1).rate, best(4).rate, best(7).rate});
    fmt::print("  by the root: best rates of all sizes within a factor of 4: {}\n", yes(most < 4.1 * least));
    fmt::print("  by d_k: best rate at 512 at least 16 times that at 8: {}\n", yes(best(8).rate > 15 * best(2).rate));
    fmt::print("  d_k = 512: with its best rate, by d_k is as good as by the root, to 20 %: {}\n",
               yes(std::abs(best(8).loss - best(7).loss) < 0.2 * best(7).loss));
    fmt::print("  d_k = 512: undivided errs more than both: {}\n",
               yes(best(6).loss > std::max(best(7).loss, best(8).loss)));
}

/// The runs of one d_k, with a curve each.
common::Plot plot_of(const std::vector<Run>& runs, std::size_t first, const std::string& description,
                     double Progress::* what, const std::string& y_title)
{
    common::Plot plot{.title = fmt::format("d_k = {}: by what are scores divided?", runs[first].d_k),
                      .description = "Measured: " + description,
                      .x_title = "steps",
                      .y_title = y_title};
    for (std::size_t r = first; r < first + 6; ++r) {
        const Run& run = runs[r];
        common::Curve curve{fmt::format("{}, {}", name_of(run.scaling), name_of(run.learner.rule)), run.steps, {}};
        for (const Progress& progress : run.progress) curve.y.push_back(progress.*what);
        plot.curves.push_back(curve);
    }
    return plot;
}

void show_side_by_side(int steps, int seed, const common::Pictures& pictures)
{
    common::heading("Side by side: by what are scores divided?");
    std::vector<Run> runs = eighteen_runs(static_cast<std::uint64_t>(seed));
    common::Random random(static_cast<std::uint64_t>(seed));
    {
        common::Live live;
        learn_together(runs, {.steps = steps}, random, [&](int) {
            common::Plot plot =
                plot_of(runs, 12, "", &Progress::weight_on_right, "weight on the right pair, d_k = 512");
            plot.text_rows = 12;
            live.show(plot.text());
        });
    }
    fmt::print("                               loss after            in the end\n");
    fmt::print("  d_k  steps    divided by   {:>5} {:>5} {:>5}   weight  entropy\n", 0,
               runs[0].steps[std::min<std::size_t>(4, runs[0].steps.size() - 1)], steps);
    for (const Run& run : runs) {
        const std::size_t soon = std::min<std::size_t>(4, run.progress.size() - 1);
        const Progress& end = run.progress.back();
        fmt::print("~ {:>3}  {:<7}  {:<10}   {:>5.2f} {:>5.2f} {:>5.2f}    {:>4.2f}    {:>4.2f}\n", run.d_k,
                   name_of(run.learner.rule), name_of(run.scaling), run.progress[0].loss, run.progress[soon].loss,
                   end.loss, end.weight_on_right, end.entropy);
    }
    const auto end = [&](std::size_t r) { return runs[r].progress.back(); };
    fmt::print("  d_k = 8: all six losses below 0.2: {}\n",
               yes(std::all_of(runs.begin(), runs.begin() + 6,
                               [](const Run& run) { return run.progress.back().loss < 0.2; })));
    fmt::print("  d_k = 64, descent: undivided finds the right pair as well as the root: {}\n",
               yes(end(6).weight_on_right >= end(7).weight_on_right));
    fmt::print("  d_k = 512, descent, by d_k: entropy above 1.9 to the end: {}\n", yes(end(14).entropy > 1.9));
    fmt::print("  d_k = 512, descent, by nothing: entropy below 0.2 all the time: {}\n",
               yes(std::all_of(runs[12].progress.begin() + 1, runs[12].progress.end(),
                               [](const Progress& progress) { return progress.entropy < 0.2; })));
    fmt::print("  d_k = 512, by nothing: below a loss of 0.5 descent is sooner than Adam: {}\n",
               yes(steps_until(runs[12], 0.5) < steps_until(runs[15], 0.5)));
    fmt::print("  d_k = 512, Adam, by d_k: weight on the right pair at least 0.8: {}\n",
               yes(end(17).weight_on_right >= 0.8));

    const std::string y = "squared error";
    const auto save = [&](const char* name, std::size_t first, const std::string& description) {
        common::Plot plot = plot_of(runs, first, description, &Progress::loss, y);
        plot.log_y = true;
        pictures.save(name, plot.svg());
    };
    save("scaling_8.svg", 0, "six curves of the error against steps. All fall to about the same level.");
    save("scaling_64.svg", 6,
         "six curves of the error against steps. All fall; plain descent with scores divided by d_k is last.");
    save(
        "scaling_512.svg", 12,
        "six curves of the error against steps. With the root both fall at once. Undivided, plain descent falls at once, "
        "too, Adam falls late, and both end higher. Divided by d_k, plain descent hardly moves, and Adam falls a little "
        "later than with the root.");
}

void show_chance(int steps, int seed)
{
    const int few = std::min(steps, 100);
    common::heading(fmt::format("Six starts, d_k = 512, descent: the loss after {} steps", few));
    const std::vector<Run> runs = six_starts(few, static_cast<std::uint64_t>(seed));
    for (std::size_t first = 0; first < runs.size(); first += 6) {
        fmt::print("~ {:<10}", name_of(runs[first].scaling));
        for (std::size_t r = first; r < first + 6; ++r) fmt::print("  {:.2f}", runs[r].progress.back().loss);
        fmt::print("\n");
    }
}

void show_mistakes(int steps, int seed)
{
    common::heading("Steps gone wrong: d_k = 64, the root, plain descent");
    const int few = std::min(steps, 100);
    const std::vector<Run> runs = with_rates({0.3, 0.3 * 64, -0.3}, few, static_cast<std::uint64_t>(seed));
    const std::array<const char*, 3> names = {"as it should be", "the batch summed up, not averaged",
                                              "the sign turned"};
    for (std::size_t r = 0; r < runs.size(); ++r) {
        fmt::print("~ {:<34} loss {:>5.3g}, after {} steps {:>9.3g}\n", names[r], runs[r].progress[0].loss, few,
                   runs[r].progress.back().loss);
    }
}

void show_best_key()
{
    common::heading("1000 questions: the key with the largest score is the right one");
    common::Random random(16);
    const Questions asked = random_questions(1000, random);
    fmt::print("  by the dot product  {}\n", rightly_answered(asked, false));
    fmt::print("  by the cosine       {}\n", rightly_answered(asked, true));
}

}  // namespace

int main(int argc, char** argv)
{
    int steps = 1500;
    int seed = 15;
    const common::Pictures pictures(
        argc, argv,
        {{"--steps", "how many steps each head learns", 1, &steps}, {"--seed", "of the random numbers", 0, &seed}});
    show_question();
    show_checked();
    show_one(steps, seed, pictures);
    show_pace(seed);
    show_side_by_side(steps, seed, pictures);
    show_chance(steps, seed);
    show_tuned(steps, seed);
    show_mistakes(steps, seed);
    show_best_key();
}
