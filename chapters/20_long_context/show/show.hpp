/// \file
/// Chapter 20: what the program prints and draws; nothing to learn here.
#pragma once

#include "20_long_context/blocks/in_xtensor.hpp"
#include "20_long_context/blocks/walk.hpp"
#include "20_long_context/fast/fast_plan.hpp"
#include "20_long_context/fast/packing.hpp"
#include "20_long_context/fast/register_tile.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/exactness.hpp"
#include "20_long_context/measured/ladder.hpp"
#include "20_long_context/measured/long_run.hpp"
#include "20_long_context/measured/memory.hpp"
#include "20_long_context/measured/what_blocks_buy.hpp"
#include "20_long_context/show/draw_ladder.hpp"
#include "20_long_context/show/draw_walk.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"

#include "common/difference.hpp"
#include "common/map.hpp"
#include "common/parallel.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;

/// Chapter 19's four keys again, in two blocks of two.
inline void print_two_blocks()
{
    const Matrix scores = {{1, 3, 2, 5}};
    const Matrix V = {{10}, {20}, {30}, {40}};
    in_xtensor::Running seen = in_xtensor::nothing_seen(1, 1);
    common::Table table({"block", "scores", "m", "l", "o", "o / l"});
    for (std::size_t j = 0; j < 4; j += 2) {
        const Matrix block = xt::view(scores, xt::all(), xt::range(j, j + 2));
        const Matrix V_block = xt::view(V, xt::range(j, j + 2));
        in_xtensor::absorb_block(seen, block, V_block);
        const Matrix output = in_xtensor::finished(seen);
        table.add_row({std::to_string(j / 2), fmt::format("{:.0f}, {:.0f}", block(0, 0), block(0, 1)),
                       number(seen.maximum(0), 0), number(seen.sum(0), 3), number(seen.output(0, 0), 3),
                       number(output(0, 0), 3)});
    }
    table.print();
}

/// A walk small enough to draw, and whether it gives chapter 12's attention.
inline void print_small_walk(std::size_t n, std::size_t queries, std::size_t keys)
{
    common::Random random(20);
    const Matrix Q = random.normal_matrix(n, 4);
    const Matrix K = random.normal_matrix(n, 4);
    const Matrix V = random.normal_matrix(n, 3);
    const Walk found = walk(n, n, queries, keys, Alignment::top_left);
    const double apart = common::difference(in_xtensor::blocked_attention(Q, K, V, queries, keys),
                                            scaled_dot_product_attention(Q, K, V, causal_mask(n, n)).output);
    fmt::print("  {} of {} blocks are made\n", found.made, found.all);
    fmt::print("  against chapter 12, all scores at once: {}\n", apart < 1e-14 ? "same to 1e-14" : "different");
}

/// The numbers of a vector, without decimals.
inline std::string in_a_row(const Vector& numbers)
{
    std::string text;
    for (const double value : numbers) text += fmt::format(" {:.0f}", value);
    return text;
}

/// A few queries in memory, as they are and packed.
inline void print_packing(const Matrix& Q, std::size_t columns)
{
    const Vector as_it_is = xt::flatten(Q);
    fmt::print("  as they are:          {}\n", in_a_row(as_it_is));
    fmt::print("  packed in panels of {}:{}\n", columns, in_a_row(packed_queries(Q, columns)));
}

/// Whether an error is as small as rounding explains.
inline std::string verdict(double error, double allowed)
{
    return error < allowed ? fmt::format("within {:.0e}", allowed) : "different";
}

/// How many rungs have an error that rounding explains.
inline std::size_t rungs_within(const Ladder& ladder, double RungFound::* error)
{
    const auto within = [error](const RungFound& rung) { return rung.*error < allowed_error<float>; };
    return static_cast<std::size_t>(std::count_if(ladder.rungs.begin(), ladder.rungs.end(), within));
}

/// The rungs and the limits, and whether all of them are right.
inline Ladder print_ladder(std::size_t n)
{
    common::heading(fmt::format("Seven rungs: n = {}, d = 64, float, every key", n));
    const Ladder ladder = climb(n, 64);
    fmt::print("    {:22} {:>7} {:>8} {:>11} {:>9} {:>7}\n", "rung", "ms", "GFLOP/s", "% of limit", "extra MB",
               "error");
    const double operations = 256.0 * static_cast<double>(n) * static_cast<double>(n);
    int number = 0;
    for (const RungFound& rung : ladder.rungs)
        fmt::print("~ {} {:22} {:>7.0f} {:>8.1f} {:>11.1f} {:>9.2f} {:>7.0e}\n", ++number, rung.name,
                   operations / rung.gflops / 1e6, rung.gflops, 100 * rung.gflops / ladder.limit_of(rung),
                   rung.megabytes, rung.error);
    fmt::print("~   the limit: {:.1f} on one thread, {:.1f} on all {}\n", ladder.limit_of_one, ladder.limit_of_all,
               common::processors());
    fmt::print("  {} of {} rungs are within {:.0e} of plain loops in double; with a key missing, {}\n",
               rungs_within(ladder, &RungFound::error), ladder.rungs.size(), allowed_error<float>,
               rungs_within(ladder, &RungFound::without_a_key));
    fmt::print("~ {:.1f} million exponentials: std::exp {:.0f} ms, ours {:.0f} ms\n", static_cast<double>(n * n) / 1e6,
               ladder.by_library, ladder.by_ours);
    fmt::print("~ GFLOP/s of rung 2 over {} tokens: {:.1f}; of rung 3 with ours: {:.1f}\n", n / 4,
               ladder.short_textbook, ladder.clear);
    const RegisterTile tile = register_tile(tile_kernels<float>());
    fmt::print("~ registers: {} keys by {} queries, {} numbers fetched for {} multiply-adds\n", tile.keys,
               tile.queries(), tile.fetched(), tile.multiply_adds());
    return ladder;
}

/// Row by row against blocks.
inline void print_sharing()
{
    const SharingPace few = sharing_pace(4096, 64);
    const SharingPace many = sharing_pace(100000, 64);
    fmt::print("  {:28} {:>10} {:>13}\n", "", "4096 keys", "100,000 keys");
    fmt::print("~ {:28} {:>10.1f} {:>13.1f}\n", "row by row", few.by_row, many.by_row);
    fmt::print("~ {:28} {:>10.1f} {:>13.1f}\n", "in blocks, rung 3", few.in_blocks, many.in_blocks);
}

/// Memory against n, for floats and d = 64; the plot has the same numbers. A block goes by the processor.
inline common::Plot print_memory()
{
    const Megabytes most = megabytes<float>(100000, 64, 1);
    common::Plot plot{
        .title = "Memory: all scores, or what the fast form keeps",
        .description = fmt::format(
            "Measured: megabytes against n, both axes logarithmic. All scores grow with the square of n and reach "
            "{}; queries, keys, values and output grow with n and reach {:.0f}; what a thread needs for its "
            "block stays at {:.2f}.",
            common::with_commas(static_cast<std::size_t>(most.scores)), most.tensors, most.block),
        .x_title = "n, tokens",
        .y_title = "MB",
        .log_x = true,
        .log_y = true};
    const std::vector<std::string> names = {"all scores", "Q, K, V and O", "a thread's block"};
    for (const std::string& name : names) plot.curves.push_back({name, {}, {}});
    fmt::print("  {:8} {:>12} {:>15} {:>18}\n", "n", names[0], names[1], names[2]);
    for (const std::size_t n : {1000U, 10000U, 100000U}) {
        const Megabytes needs = megabytes<float>(n, 64, 1);
        fmt::print("~ {:<8} {:>12.1f} {:>15.1f} {:>18.2f}\n", n, needs.scores, needs.tensors, needs.block);
        const std::vector<double> parts = {needs.scores, needs.tensors, needs.block};
        for (std::size_t what = 0; what < parts.size(); ++what) {
            plot.curves[what].x.push_back(static_cast<double>(n));
            plot.curves[what].y.push_back(parts[what]);
        }
    }
    return plot;
}

/// How many blocks the long run makes.
inline void print_walk(std::size_t n)
{
    const FastPlan plan = fast_plan<float>(n, 64, 64, 1);
    const Walk found = walk(n, n, plan.strip, plan.keys, Alignment::top_left);
    fmt::print("~ {} of {} blocks of {} queries by {} keys are made, {} of them\n", found.made, found.all, plan.strip,
               plan.keys, number(static_cast<double>(found.made) / static_cast<double>(found.all), 3));
}

/// How far the long run is, on a terminal.
inline void tell(double part, double seconds)
{
    if (part == 1.0) return common::show_progress("");
    common::show_progress(
        fmt::format("Attending: {:.0f} %, about {:.0f} s left", 100 * part, seconds / part - seconds));
}

/// How exact some rows are, and whether a missing key would have shown.
inline void print_exactness(const Exactness& found, std::size_t rows, double allowed, double of_values)
{
    fmt::print("  {} rows against plain loops in double: {} of their own size\n", rows, verdict(found.error, allowed));
    fmt::print("~ the largest error is {:.1e}; leaving out a key makes one of {:.1e} or more\n", found.error,
               found.least_change);
    fmt::print("  a key left out on purpose {} times, and noticed {} times\n", found.forgotten, found.noticed);
    fmt::print("~ with {:.0e} of the largest value allowed, noticed {} times\n", of_values, found.by_values);
}

/// Do the long run and print what came of it.
template <typename Real>
void print_long_run(const Wish& wish)
{
    const auto n = static_cast<std::size_t>(wish.n);
    common::heading(fmt::format("{} tokens, d = {}, {}, {}", common::with_commas(n), wish.d,
                                sizeof(Real) == 4 ? "float" : "double", wish.full ? "every key" : "causal"));
    const LongRun found = long_run<Real>(wish, tell);
    const Megabytes& counted = found.counted;
    fmt::print("~ {:.2f} s by the clock, {:.1f} s of processor time, {:.0f} GFLOP/s\n", found.seconds, found.worked,
               found.gflops);
    if (!wish.clear)
        fmt::print("~ memory counted: {:.1f} + {} x {:.2f} = {:.1f} MB; measured: {:.1f} MB\n", counted.tensors,
                   counted.threads, counted.block, counted.kept(), found.measured);
    else
        fmt::print("~ memory measured: {:.1f} MB\n", found.measured);
    fmt::print("  the scores alone would take {} MB\n", common::with_commas(n * n * sizeof(Real) / 1000000));
    print_exactness(found.exact, found.rows, allowed_error<Real>, allowed_of_values<Real>);
}

/// The chapter's pictures.
inline void draw(const common::Pictures& pictures, const common::Plot& memory, const Ladder& ladder)
{
    pictures.save("map.svg", common::map_svg({common::Step::scores, common::Step::weights, common::Step::output},
                                             "chapter 20: the whole formula in blocks, for 100,000 tokens"));
    pictures.save("walk.svg", WalkDrawing(12, 3, 4).document());
    pictures.save("memory.svg", memory.svg());
    pictures.save("ladder.svg", LadderDrawing(ladder).document());
}

}  // namespace attention::show
