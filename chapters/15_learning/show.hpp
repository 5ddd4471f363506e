/// \file
/// What the program prints and draws; nothing to learn here.
#pragma once

#include "15_learning/best_key.hpp"
#include "15_learning/learned_parts.hpp"
#include "15_learning/learning.hpp"
#include "15_learning/one_number.hpp"
#include "15_learning/pace_and_rate.hpp"
#include "15_learning/pairing.hpp"
#include "15_learning/recall.hpp"
#include "15_learning/side_by_side.hpp"
#include "15_learning/watched.hpp"

#include "common/heat_map.hpp"
#include "common/live.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attention::show
{

inline const char* yes(bool is_so) { return is_so ? "yes" : "no"; }

/// Training steps with a single number.
inline void one_number(const std::vector<OneNumber>& seen)
{
    common::heading("One number w to learn, learning rate 1/4");
    common::Table table({"step", "w", "weight", "output", "loss", "gradient"});
    for (std::size_t step = 0; step < seen.size(); ++step) {
        const OneNumber& now = seen[step];
        table.add_row({std::to_string(step), common::number(now.w, 3), common::number(now.weight, 3),
                       common::number(now.output, 3), common::number(now.loss, 3), common::number(now.gradient, 3)});
    }
    table.print();
}

/// Loss, weight and entropy of one head against the steps, as far as `last`.
inline common::Plot plot_of(const Run& run, double last)
{
    common::Plot plot{.title = "A head learns to look up",
                      .description =
                          "Measured: three curves against steps. The loss falls from above 1 to nearly 0.1. The "
                          "weight on the right pair rises from an eighth to above 0.8. The entropy rises a little at "
                          "first, then falls from nearly 2 to below 0.5.",
                      .x_title = "training steps",
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

/// A head that learns, drawn while it does.
inline Watched one_head(int steps, std::uint64_t seed)
{
    common::heading("One head learns: d_k = 64, scores divided by its root, plain descent");
    common::Live live;
    return watch_one_head(steps, seed, [&](const Run& run) { live.show(plot_of(run, run.steps.back()).text()); });
}

/// How it went: a few of the tests.
inline void progress(const Watched& watched, double worst_error)
{
    fmt::print("  after   loss  weight on the right pair  entropy  pairing, cosine with [1 0]\n");
    for (const std::size_t look : {0U, 2U, 5U, 10U, 40U, 150U}) {
        const std::size_t at = std::min<std::size_t>(look, watched.pairings.size() - 1);
        const Progress& now = watched.run.progress[at];
        fmt::print("~ {:>5.0f}  {:>5.3f}  {:>24.2f}  {:>7.2f}  {:>26.3f}\n", watched.run.steps[at], now.loss,
                   now.weight_on_right, now.entropy, likeness(watched.pairings[at], right_pairing()));
    }
    const Progress& end = watched.run.progress.back();
    fmt::print("  weight on the right pair at least 0.8, entropy at most 0.5: {}\n",
               yes(end.weight_on_right >= 0.8 && end.entropy <= 0.5));
    fmt::print("  its gradients, against central differences: errors below 1e-7: {}\n", yes(worst_error < 1e-7));
}

/// The same head with steps gone wrong.
inline void mistakes(const std::vector<Run>& runs, int steps)
{
    fmt::print("~ after {} steps: {:.2f}; errors summed, not averaged: {:.0e}; uphill: {:.0e}\n", steps,
               runs[0].progress.back().loss, runs[1].progress.back().loss, runs[2].progress.back().loss);
}

/// Which parts of the learned matrices are large.
inline void learned(const Watched& watched, const Questions& asked)
{
    common::heading("What it has learned: the mean size of the numbers");
    const PairingParts P0 = parts_of_pairing(watched.pairings.front());
    const PairingParts P = parts_of_pairing(watched.pairings.back());
    const ValueParts V0 = parts_of_values(watched.values_before);
    const ValueParts V = parts_of_values(watched.run.learner.W.W_V);
    fmt::print("                                                        before  after\n");
    const auto line = [](const char* what, double before, double after) {
        fmt::print("~ {:<52}  {:>6.2f}  {:>5.2f}\n", what, before, after);
    };
    line("pairing: query number c, key number c", P0.same, P.same);
    line("pairing: query number c, another number of the key", P0.other, P.other);
    line("pairing: the query and the value", P0.value, P.value);
    line("W_V: value number c to answer number c", V0.same, V.same);
    line("W_V: everything else", V0.other, V.other);
    fmt::print("  cosine with [1 0] at least 0.98: {}\n",
               yes(likeness(watched.pairings.back(), right_pairing()) >= 0.98));
    fmt::print("  cosine with 0 above 1 at least 0.98: {}\n",
               yes(likeness(watched.run.learner.W.W_V, right_values()) >= 0.98));
    fmt::print("  a perfect pairing, right answers out of {}: {}, by the cosine {}\n", asked.slots.size(),
               rightly_answered(asked, false), rightly_answered(asked, true));
}

/// A pairing as a map: the size of each number.
inline common::HeatMap map_of(const Matrix& P, const std::string& title, const std::string& description)
{
    common::HeatMap map{.title = title,
                        .description = "Measured: " + description,
                        .values = shares_of_largest(P),
                        .rows = {},
                        .columns = {},
                        .row_title = "numbers of the query",
                        .column_title = "numbers of a token: its key k, then its value v"};
    map.decimals = 0;
    for (std::size_t c = 0; c < key_size; ++c) map.rows.push_back(fmt::format("q {}", c + 1));
    for (std::size_t c = 0; c < key_size; ++c) map.columns.push_back(fmt::format("k {}", c + 1));
    for (std::size_t c = 0; c < value_size; ++c) map.columns.push_back(fmt::format("v {}", c + 1));
    return map;
}

/// The pictures of one head: how it learned, and its pairing before and after.
inline void draw_head(const common::Pictures& pictures, const Watched& watched, int steps)
{
    pictures.save("learning.svg", plot_of(watched.run, 400).svg());
    pictures.save("pairing_before.svg",
                  map_of(watched.pairings.front(), "The pairing before the first step",
                         "cells dark and pale without any order, in the eight columns of the key and in the four of "
                         "the value.")
                      .svg());
    pictures.save("pairing_after.svg",
                  map_of(watched.pairings.back(), fmt::format("The pairing after {} steps", steps),
                         "a dark diagonal in the eight columns of the key, and next to nothing anywhere else.")
                      .svg());
}

/// The three descents of one d_k, with a curve each.
inline common::Plot plot_of(const std::vector<Run>& runs, std::size_t first, const std::string& description)
{
    common::Plot plot{.title = fmt::format("d_k = {}, plain descent: by what are scores divided?", runs[first].d_k),
                      .description = "Measured: " + description,
                      .x_title = "training steps",
                      .y_title = "loss, mean squared error",
                      .log_y = true,
                      .text_rows = 12};
    for (std::size_t r = first; r < first + scalings.size(); ++r) {
        const bool undivided = runs[r].scaling == Scaling::none;
        common::Curve curve{
            undivided ? "by nothing" : fmt::format("by {}", name_of(runs[r].scaling)), runs[r].steps, {}};
        for (const Progress& now : runs[r].progress) curve.y.push_back(now.loss);
        plot.curves.push_back(curve);
    }
    return plot;
}

/// Eighteen heads learn side by side, drawn while they do.
inline std::vector<Run> side_by_side(int steps, std::uint64_t seed)
{
    common::heading("Side by side: loss after some steps, and weight on the right pair in the end");
    std::vector<Run> runs = eighteen_runs(seed);
    common::Random random(seed);
    common::Live live;
    learn_together(runs, {.steps = steps}, random, [&](int) { live.show(plot_of(runs, 12, "").text()); });
    return runs;
}

/// The lowest and the highest loss of some runs in the end.
inline std::string spread(const std::vector<Run>& runs, std::size_t first, std::size_t count)
{
    double least = runs[first].progress.back().loss;
    double most = least;
    for (std::size_t r = first; r < first + count; ++r) {
        least = std::min(least, runs[r].progress.back().loss);
        most = std::max(most, runs[r].progress.back().loss);
    }
    return fmt::format("{} {:.2f}-{:.2f}", name_of(runs[first].scaling), least, most);
}

/// One line of the comparison: the same head by descent and by Adam.
inline void compared_line(const Run& descent, const Run& adam, std::size_t soon)
{
    const auto columns = [&](const Run& run) {
        return fmt::format("{:>4.2f}  {:>5.2f}  {:>6.2f}", run.progress[soon].loss, run.progress.back().loss,
                           run.progress.back().weight_on_right);
    };
    fmt::print("~ {:>3}  {:<10}  {:>6.2f}  {:>5.2f}    {}     {}\n", descent.d_k, name_of(descent.scaling),
               descent.progress[0].entropy, descent.progress.back().entropy, columns(descent), columns(adam));
}

/// A table of eighteen runs, a line for each size and divisor.
///
/// \param runs    side by side
/// \param starts  six for each divisor
inline void compared(const std::vector<Run>& runs, const std::vector<Run>& starts)
{
    const std::size_t soon = std::min<std::size_t>(4, runs[0].progress.size() - 1);
    const double last = runs[0].steps.back();
    fmt::print("                  entropy under    plain descent,          Adam,\n");
    fmt::print("                  plain descent    rate {:<4}               rate {:<4}\n", runs[0].learner.rate,
               adam_rate);
    fmt::print("  d_k  divided by  before  after    {0:>4.0f}  {1:>5.0f}  weight     {0:>4.0f}  {1:>5.0f}  weight\n",
               runs[0].steps[soon], last);
    for (std::size_t r = 0; r < runs.size(); r += 6) {
        for (std::size_t s = r; s < r + 3; ++s) compared_line(runs[s], runs[s + 3], soon);
    }
    fmt::print("~ 512, after {:.0f}, six starts: {}, {}, {}\n", starts[0].steps.back(), spread(starts, 0, 6),
               spread(starts, 6, 6), spread(starts, 12, 6));
    fmt::print("  d_k = 8: all six losses below 0.2: {}\n",
               yes(std::all_of(runs.begin(), runs.begin() + 6,
                               [](const Run& run) { return run.progress.back().loss < 0.2; })));
    fmt::print("  d_k = 512, descent, by d_k: entropy above 1.9 to the end: {}\n",
               yes(runs[14].progress.back().entropy > 1.9));
}

/// The pictures of the comparison.
inline void draw_compared(const common::Pictures& pictures, const std::vector<Run>& runs)
{
    pictures.save("scaling_8.svg",
                  plot_of(runs, 0,
                          "three curves of the loss against steps. All fall to about the same level, divided "
                          "by d_k last.")
                      .svg());
    pictures.save("scaling_512.svg",
                  plot_of(runs, 12,
                          "three curves of the loss against steps. With the root it falls at once. Undivided it falls "
                          "a little later, is thrown up again, wavers and ends higher. Divided by d_k it hardly moves.")
                      .svg());
}

/// Paces and rates, a line for each divisor; and how far an undivided head ends from the root's that should be the same.
inline void pace_and_rate(const std::vector<PaceAndRate>& found, int steps, double apart)
{
    common::heading(fmt::format("How far a step moves the pairing, and the best of {} learning rates ({} steps)",
                                tried_rates.size(), steps));
    fmt::print("                   pace with d_k =       best rate with d_k =   loss with 512,\n");
    fmt::print("  divided by      8       64      512      8     64    512   rate 0.3   best\n");
    for (const PaceAndRate& one : found) {
        fmt::print("~ {:<10} {:>6.3g}  {:>7.3g}  {:>8.3g}", name_of(one.scaling), one.pace[0], one.pace[1],
                   one.pace[2]);
        fmt::print(" {:>6.3g} {:>6.3g} {:>6.3g}   {:>8.2f} {:>6.2f}\n", one.rate[0], one.rate[1], one.rate[2],
                   one.loss_at_first, one.loss_at_best);
    }
    const PaceAndRate& root = found[1];
    const PaceAndRate& full = found[2];
    fmt::print("  with its own rate, d_k is as good as the root, to 20 %: {}\n",
               yes(std::abs(full.loss_at_best - root.loss_at_best) < 0.2 * root.loss_at_best));
    fmt::print("  with its own rate, undivided errs more than both: {}\n",
               yes(found[0].loss_at_best > std::max(root.loss_at_best, full.loss_at_best)));
    fmt::print("  undivided, with a smaller start and rate: the root's head to 9 digits: {}\n", yes(apart < 1e-9));
}

}  // namespace attention::show
