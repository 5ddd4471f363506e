// Chapter 17 on the site: the model learns in the page. Stop it, go back, take a head away, or let it fall into the trap.

#include "17_induction/forward.hpp"
#include "17_induction/heads_shown.hpp"
#include "17_induction/phase_change.hpp"
#include "17_induction/phase_plot.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/scores.hpp"
#include "17_induction/training.hpp"
#include "17_induction/trap.hpp"

#include "common/heat_map.hpp"
#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

namespace
{

constexpr int every = 20;  // steps from one snapshot to the next

/// A model in the middle of its training.
struct Moment {
    Parameters<float> model;
    Snapshot seen;     ///< with blocks of 9 to 16
    double known = 0;  ///< accuracy on blocks of 12
};

/// A training that is kept, moment by moment, so that one can go back.
class Film
{
public:
    Film(int seed, bool trapped) : training_(recipe_of(seed, trapped)), measured_(fresh_sequences(64))
    {
        blocks_of_12_ = fresh_sequences(64, {.shortest_block = trap_block, .longest_block = trap_block});
        keep();
    }

    /// The moment after some steps, or the last one before that. Learns as far as it must.
    const Moment& after(std::size_t steps)
    {
        while (training_.steps + every <= static_cast<int>(steps)) {
            for (int step = 0; step < every; ++step) training_.step();
            keep();
        }
        return moments_[steps / every];
    }

    /// All moments up to some steps, which it has learned.
    std::span<const Moment> until(std::size_t steps) const { return std::span(moments_).first(steps / every + 1); }

    const Sequences& measured() const { return measured_; }

private:
    static Recipe recipe_of(int seed, bool trapped)
    {
        Recipe recipe;
        recipe.seed = static_cast<std::uint64_t>(seed);
        if (trapped) recipe.task.shortest_block = recipe.task.longest_block = trap_block;
        return recipe;
    }

    void keep()
    {
        const Parameters<float>& model = training_.model;
        moments_.push_back({model, snapshot_of(training_.steps, forward(model, measured_), measured_),
                            result_of(forward(model, blocks_of_12_), blocks_of_12_).accuracy});
    }

    Training<float> training_;
    Sequences measured_;
    Sequences blocks_of_12_;
    std::vector<Moment> moments_;
};

/// Each seed and each kind of training has a film of its own.
Film& film_of(int seed, bool trapped)
{
    static std::map<std::pair<int, bool>, Film> films;
    return films.try_emplace({seed, trapped}, seed, trapped).first->second;
}

/// What can be taken away, by the names that the program prints.
const std::vector<std::pair<std::string, Ablation<float>>>& takings()
{
    static const std::vector<std::pair<std::string, Ablation<float>>> all = {
        {"nothing", {}},
        {"head of layer 1", {.removed = {first_head}}},
        {"head of layer 2", {.removed = {second_head}}},
        {"path to layer 2's keys", {.cut = {Reader::keys}}},
        {"all paths but that to keys", {.cut = {Reader::queries, Reader::values, Reader::answer}}}};
    return all;
}

const Ablation<float>& chosen_taking(common::Page& page)
{
    std::vector<std::string> names;
    for (const auto& [name, taking] : takings()) names.push_back(name);
    return takings()[page.choice("without", "Take away", names)].second;
}

/// Where a head looks on the sequence of the pictures, without numbers. Of the columns only the tokens are named.
common::Grid grid_of(const std::string& caption, const Matrix& weights, std::size_t first, std::size_t end,
                     const common::Words& seen)
{
    const common::HeatMap map = map_of(weights, first, end, end);
    common::Grid grid{.caption = caption,
                      .values = map.values,
                      .rows = map.rows,
                      .shade = common::Shade::weights,
                      .masked = map.masked,
                      .in_output = false,
                      .dense = seen};
    for (const std::string& name : map.columns) grid.columns.push_back(name.substr(name.find(' ') + 1));
    return grid;
}

void show_heads(common::Page& page, const Trace<float>& trace)
{
    const Matrix first = weights_of(trace, 0, first_head);
    const Matrix second = weights_of(trace, 0, second_head);
    page.show(grid_of("Layer 1, in the first block", first, 0, 9,
                      {"Place 5 puts {} of its weight on place 4, the one before.", {first(5, 4)}, 2}));
    page.show(grid_of(
        "Layer 2, in the second block", second, 9, 18,
        {"Place 14 puts {} of its weight on place 6, right after the earlier one of its token.", {second(14, 6)}, 2}));
}

/// The phase change, up to now.
common::Plot plot_of(std::span<const Moment> moments, bool trapped)
{
    std::vector<Snapshot> snapshots;
    common::Curve known{"accuracy, blocks of 12", {}, {}};
    for (const Moment& moment : moments) {
        snapshots.push_back(moment.seen);
        known.x.push_back(moment.seen.step);
        known.y.push_back(moment.known);
    }
    common::Plot plot = phase_plot(snapshots, moments.front().model.shape.vocabulary);
    plot.title = "Learning";
    if (trapped) plot.curves.push_back(known);
    return plot;
}

/// A snapshot as a row of the program's table, upright.
common::Grid measured_grid(const Snapshot& s)
{
    return {.caption = "Whole model, on 64 sequences that it never learns from",
            .values = {{s.result.loss},
                       {s.result.accuracy},
                       {s.first.previous},
                       {s.first.previous_largest},
                       {s.second.induction}},
            .rows = {"loss", "accuracy", "layer 1: one back", "largest there", "layer 2: induction"},
            .columns = {"step " + std::to_string(s.step)}};
}

/// What there is to see in a model, and in what is left of it.
common::Words finding(const Moment& now, double left, bool trapped, bool is_taken)
{
    common::Words words{.text = "", .in_output = false};
    if (left < now.seen.result.accuracy - 0.05) {
        words.text = "What you took was needed: with it {} of the answers are right, without it {}.";
        words.numbers = {now.seen.result.accuracy, left};
    } else if (is_taken && now.seen.result.accuracy > 0.9) {
        words.text = "What you took was not needed: without it {} of the answers are right.";
        words.numbers = {left};
    } else if (trapped && now.known > 0.9) {
        words.text = "Blocks of 12: {} right. Blocks of 9 to 16: {}. It counts places, and has induced nothing.";
        words.numbers = {now.known, now.seen.result.accuracy};
    } else if (now.seen.result.accuracy > 0.9) {
        words.text = "One head looks back, the other finds what came next: {} of the answers are right.";
        words.numbers = {now.seen.result.accuracy};
    } else {
        words.text = "So far {} of the answers are right. Let it learn: when do the two heads appear?";
        words.numbers = {now.seen.result.accuracy};
    }
    return words;
}

/// Room for the loss at its highest, and a line where the model is now.
common::PlotFrame frame_of(const common::Plot& plot, const Snapshot& now)
{
    const double highest = *std::ranges::max_element(plot.curves[0].y);
    return {.x_from = 0,
            .x_to = 1000,
            .y_from = 0,
            .y_to = std::max(1.1, 1.05 * highest),
            .here = static_cast<double>(now.step),
            .seen = {"Here the loss is {}, the accuracy {}, and the induction score {}.",
                     {now.result.loss, now.result.accuracy, now.second.induction}}};
}

}  // namespace

void live_page(common::Page& page)
{
    page.allow(1e-3);
    page.column();
    const double seed = page.slider("seed", "Seed of all that is random", {1, 8, 1, 1});
    const bool trapped = page.choice("blocks", "It learns from blocks of", {"9 to 16", "12 only"}) == 1;
    Film& film = film_of(static_cast<int>(seed), trapped);
    const std::size_t steps = page.steps("steps", "Learn, step by step", every, 1000, trapped ? -seed : seed);
    const Moment& now = film.after(steps);
    const common::Plot plot = plot_of(film.until(steps), trapped);
    page.show(plot, frame_of(plot, now.seen));
    page.show(measured_grid(now.seen));
    page.column();
    const Ablation<float>& taken = chosen_taking(page);
    const double left = result_of(ablated(now.model, film.measured(), taken), film.measured()).accuracy;
    page.say(finding(now, left, trapped, &taken != &takings().front().second));
    show_heads(page, ablated(now.model, shown(), taken));
    page.across();
    page.say(
        {.text = "A browser adds numbers in another order than the program. Within some hundred steps tiny differences "
                 "grow, so this is a model like the program's, and not the same.",
         .in_output = false});
}

}  // namespace attention
