/// \file
/// Chapter 17: what the program prints and draws; nothing to learn here.
#pragma once

#include "17_induction/checked.hpp"
#include "17_induction/composition.hpp"
#include "17_induction/drawn_heads.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/hand_in_hand.hpp"
#include "17_induction/heads_shown.hpp"
#include "17_induction/model.hpp"
#include "17_induction/one_layer.hpp"
#include "17_induction/paths.hpp"
#include "17_induction/phase_change.hpp"
#include "17_induction/phase_plot.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/scores.hpp"
#include "17_induction/sequences.hpp"
#include "17_induction/training.hpp"
#include "17_induction/trap.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attention::show
{

using Clock = std::chrono::steady_clock;

inline std::string yes(bool holds) { return holds ? "yes" : "no"; }

inline double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A progress line on a terminal, gone after the last step.
inline Watch<float> progress(const std::string& what, int steps)
{
    return [what, steps](int step, const Parameters<float>&) {
        if (step % 20 == 0) common::show_progress(fmt::format("  {}: step {} of {}", what, step, steps));
        if (step >= steps) common::show_progress("");
    };
}

/// One sequence, and what is asked of it.
inline void task()
{
    const Sequences examples = fresh_sequences(3);
    const std::size_t s = 1;  // a short block
    std::string reads;
    std::string asked;
    for (std::size_t t = 0; t < examples.length; ++t) {
        reads += " " + letter(examples.token(s, t));
        asked += examples.target(s, t) == nothing_asked ? "  " : " " + letter(examples.target(s, t));
    }
    asked.erase(asked.find_last_not_of(' ') + 1);
    fmt::print("  reads{}\n  asked{}\n", reads, asked);
}

/// The size of the model, and whether its gradient is right.
inline void model_and_gradient(const ModelShape& shape)
{
    common::Random random(3);
    const std::vector<double> errors = gradient_errors(random_parameters<double>(shape, random), fresh_sequences(2));
    fmt::print("  {} layers of {} head, d_model = {}, {} tokens: {} numbers to learn\n", shape.layers, shape.heads,
               shape.d_model, shape.vocabulary, parameter_count(shape));
    fmt::print("  gradient against central differences: relative error below 1e-6: {}\n",
               yes(std::ranges::max(errors) < 1e-6));
}

/// Some of the snapshots.
inline void snapshots(const std::vector<Snapshot>& all)
{
    fmt::print("  step   loss  accuracy  layer 1: one back  largest there  layer 2: induction\n");
    for (const Snapshot& s : all) {
        if (s.step % 100 != 0 || (s.step > 600 && s.step % 1000 != 0)) continue;
        fmt::print("~ {:>4}  {:>5.3f}  {:>8.3f}  {:>17.3f}  {:>13.3f}  {:>18.3f}\n", s.step, s.result.loss,
                   s.result.accuracy, s.first.previous, s.first.previous_largest, s.second.induction);
    }
}

/// Where the two heads look, place by place.
inline void looks(const Trace<float>& trace, const Sequences& sequences)
{
    fmt::print("  at  token  layer 2 looks at  weight  there layer 1 had looked at  weight\n");
    for (const Look& look : followed_back(trace, 12, 16)) {
        fmt::print("~ {:>2}  {:>5}  {:>16}  {:>6.2f}  {:>27}  {:>6.2f}\n", look.place,
                   letter(sequences.token(0, look.place)), look.looks_at, look.weight, look.looked_at,
                   look.first_weight);
    }
}

/// Two keys of one place, their scores taken apart.
inline void candidates(const std::vector<Candidate>& keys, const Sequences& sequences, std::size_t query)
{
    fmt::print("  at    looks at  weight  token asks for note  all else  score\n");
    for (const Candidate& c : keys) {
        fmt::print("~ {} {}  {:>6} {}  {:>6.2f}  {:>19.2f}  {:>8.2f}  {:>5.2f}\n", query,
                   letter(sequences.token(0, query)), c.key, letter(sequences.token(0, c.key)), c.weight,
                   c.parts.composed, c.parts.rest, c.parts.all());
    }
}

/// What the matrices say, before training and after.
inline void composition(const Parameters<float>& before, const Parameters<float>& after)
{
    const auto print = [](const char* name, std::size_t was, std::size_t is, std::size_t of) {
        fmt::print("~ {:<52}  {:>6}  {:>5}  of {}\n", name, was, is, of);
    };
    const std::size_t tokens = after.shape.vocabulary;
    fmt::print("  {:<52}  before  after\n", "");
    const Matrix places_before = scores_of_places(before, first_head);
    const Matrix places_after = scores_of_places(after, first_head);
    print("QK of layer 1: places 1 to 16 ask for the one before", rows_led_by_place_before(places_before, 1, 17),
          rows_led_by_place_before(places_after, 1, 17), 16);
    print("               places 17 to 31", rows_led_by_place_before(places_before, 17, 32),
          rows_led_by_place_before(places_after, 17, 32), 15);
    print("QK of layer 2: a token asks for its own note",
          rows_led_by_diagonal(composed_scores(before, first_head, second_head)),
          rows_led_by_diagonal(composed_scores(after, first_head, second_head)), tokens);
    print("OV of layer 2: looks at a token, names that token", rows_led_by_diagonal(copied_scores(before, second_head)),
          rows_led_by_diagonal(copied_scores(after, second_head)), tokens);
}

/// What is left without a head, and without a path.
inline void ablations(const std::vector<Without>& heads, const std::vector<Without>& paths)
{
    fmt::print("  {:<26}  accuracy  layer 2: induction\n", "without");
    std::vector<Without> rows = heads;
    rows.insert(rows.end(), paths.begin() + 1, paths.end());  // both begin with "nothing"
    for (const Without& row : rows)
        fmt::print("~ {:<26}  {:>8.3f}  {:>18.3f}\n", row.name, row.accuracy, row.induction);
    fmt::print("  below 0.2 without the path to keys: {}; at least 0.97 with it alone: {}\n",
               yes(paths[2].accuracy < 0.2), yes(paths.back().accuracy >= 0.97));
}

/// Blocks shorter than any in training.
inline void shorter_blocks(const Parameters<float>& model)
{
    std::string accuracies;
    for (const std::size_t block : {8U, 6U, 4U}) {
        const Sequences sequences = fresh_sequences(256, {.shortest_block = block, .longest_block = block});
        accuracies += fmt::format(" {:.3f}", result_of(forward(model, sequences), sequences).accuracy);
    }
    fmt::print("~ two layers, blocks of 8, 6, 4, shorter than they ever saw:{}\n", accuracies);
}

/// How far one layer gets.
inline void single_layer(const OneLayer& one)
{
    fmt::print("~ one layer, twice the steps, blocks of 9 to 16: accuracy {:.3f}, induction {:.3f}\n", one.accuracy,
               one.induction);
    fmt::print("  counting places back, blocks of 9 to 16: accuracy {:.3f}\n", one.by_distances);
}

/// The trap, for one layer and for two.
inline void traps(const std::vector<Trapped>& all)
{
    fmt::print("  layers  blocks of 12  blocks of 11  blocks of 13  of 9 to 16  11, 23 back\n");
    bool sprung = true;
    for (std::size_t l = 0; l < all.size(); ++l) {
        const Trap& trap = all[l].trap;
        fmt::print("~ {:>6}  {:>12.3f}  {:>12.3f}  {:>12.3f}  {:>10.3f}  {:>11.2f}\n", l + 1, trap.known, trap.shorter,
                   trap.longer, trap.mixed, all[l].by_counting);
        sprung = sprung && trap.is_sprung();
    }
    fmt::print("  at least 0.99 on what they know, below 0.3 on blocks of 9 to 16: {}\n", yes(sprung));
}

/// One model for each seed.
inline void seeds(Recipe recipe, int count)
{
    fmt::print("  seed  accuracy  one back  largest  induction  no layer 1  no layer 2  seconds\n");
    for (int seed = 1; seed <= count; ++seed) {
        recipe.seed = static_cast<std::uint64_t>(seed);
        const auto start = Clock::now();
        const Parameters<float> model = train<float>(recipe, progress(fmt::format("seed {}", seed), recipe.steps));
        const double seconds = seconds_since(start);
        const Report r = report_on(model, fresh_sequences(256));
        fmt::print("~ {:>4}  {:>8.4f}  {:>8.3f}  {:>7.3f}  {:>9.3f}  {:>10.3f}  {:>10.3f}  {:>7.1f}\n", seed,
                   r.whole.accuracy, r.first.previous, r.first.previous_largest, r.second.induction, r.without_first,
                   r.without_second, seconds);
    }
}

/// The phase change, with words for those who cannot see it.
inline common::Plot phase_picture(const PhaseChange& change)
{
    common::Plot plot = phase_plot(change.snapshots, change.model.shape.vocabulary);
    plot.title = "A phase change: two heads are learned in the same 300 steps";
    plot.description =
        "Measured: for 200 steps the loss falls slowly. Then, within 300 steps, the accuracy rises from a fifth to "
        "nearly 1, and with it the share of places from which the first layer looks one back, and the induction score "
        "of the second. The loss falls to nearly 0.";
    return plot;
}

/// All pictures of the lesson.
inline void draw(const PhaseChange& change, const common::Pictures& pictures)
{
    pictures.save("map.svg", common::map_svg({common::Step::vectors, common::Step::roles, common::Step::scores},
                                             "chapter 17: one layer writes, the keys of the next layer read"));
    pictures.save("phase.svg", phase_picture(change).svg());
    draw_heads(change.before, "before", "some weight everywhere up to the diagonal, and no shape to recognise.",
               "some weight everywhere up to the place itself, and no shape to recognise.", pictures);
    draw_heads(
        change.model, "after", "the darkest cells are just below the diagonal: each place looks at the one before it.",
        "a dark diagonal far to the left: each token looks at the place after the earlier one like it.", pictures);
}

}  // namespace attention::show
