/// \file
/// Chapter 24: what the program prints about small weights, states, and the clock.
#pragma once

#include "24_cheaper/linear/overwriting.hpp"
#include "24_cheaper/linear/random_features.hpp"
#include "24_cheaper/linear/recall_by_pairs.hpp"
#include "24_cheaper/measured/clock.hpp"
#include "24_cheaper/measured/cost_table.hpp"
#include "24_cheaper/measured/curve.hpp"
#include "24_cheaper/measured/shortcuts.hpp"
#include "24_cheaper/sparse/clustered_keys.hpp"
#include "24_cheaper/sparse/kept_mass.hpp"

#include "common/print.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attention::show
{

/// A row of numbers with three decimals, ten columns each.
inline void row(const std::string& name, const std::vector<double>& numbers)
{
    fmt::print("  {:<28}", name);
    for (const double x : numbers) fmt::print(" {:>9.3f}", x);
    fmt::print("\n");
}

/// The same for whole numbers.
inline void header(const std::string& name, const std::vector<std::size_t>& numbers)
{
    fmt::print("  {:<28}", name);
    for (const std::size_t x : numbers) fmt::print(" {:>9}", x);
    fmt::print("\n");
}

/// Of 1024 weights, what the largest hold, and those of the best blocks.
inline void sparse()
{
    const std::vector<std::size_t> keys = {32, 64, 128, 256, 512};
    header("keys kept", keys);
    row("largest, random scores", kept_mass(1.0, keys).mass);
    row("largest, scores times 8", kept_mass(8.0, keys).mass);
    row("best blocks of 32", chosen_blocks(false).mass);
    row("best blocks, keys shuffled", chosen_blocks(true).mass);
}

/// What states and softmax recall.
inline void recall(const RecallByPairs& found)
{
    header("pairs", found.pairs);
    row("softmax", found.rows[0].shares);
    row("linear, elu + 1", found.rows[1].shares);
    row("  keys 8 times as long", found.rows[2].shares);
    row("linear, plain sum", found.rows[3].shares);
    row("linear, delta rule", found.rows[4].shares);
    const Overwriting again = overwriting();
    fmt::print("  each value replaced, cosine to new, old: sum {:.3f} {:.3f}, delta {:.3f} {:.3f}\n", again.sum_new,
               again.sum_old, again.delta_new, again.delta_old);
}

/// How random features come near softmax.
inline void features()
{
    const auto say = [](const std::string& which, double size) {
        const std::vector<double> errors = feature_errors(64, size, {256, 4096}).errors;
        fmt::print("  {}error of 256 features {:.3f}, of 4096 {:.3f}\n", which, errors[0], errors[1]);
    };
    say("random features, q and k halved: ", 0.5);
    say("  q and k as they are:           ", 1.0);
}

/// Milliseconds, with about three digits.
inline std::string milliseconds(double seconds)
{
    const double ms = 1e3 * seconds;
    return fmt::format("{:.{}f}", ms, ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0);
}

/// The time at one length; a dash where it was not measured.
inline std::string time_at(const TimeCurve& curve, double n)
{
    for (std::size_t i = 0; i < curve.n.size(); ++i) {
        if (curve.n[i] == n) return milliseconds(curve.seconds[i]);
    }
    return "-";
}

/// A number of tokens.
inline std::string tokens(double n) { return common::with_commas(static_cast<std::uint64_t>(std::round(n))); }

/// From which length on one curve is below another: the shortest where it always is, a dash where it is not in the end.
inline std::string pays_from(const TimeCurve& slow, const TimeCurve& fast)
{
    const std::size_t last = std::min(slow.n.size(), fast.n.size()) - 1;
    if (fast.seconds[last] >= slow.seconds[last]) return "-";
    return tokens(break_even(slow, fast).value_or(fast.n.front()));
}

/// How the time grows, where there are enough lengths to say so.
inline std::string growth_of(const TimeCurve& curve)
{
    return curve.n.back() < 10000 ? "-" : fmt::format("n^{:.2f}", grows_as(curve).exponent);
}

/// What the clock says.
inline void clock(const Clock& measured)
{
    const std::vector<double> lengths = {1000, 3000, 10000, 30000, 100000};
    fmt::print("  {:<22}", "milliseconds, n =");
    for (const double n : lengths) fmt::print(" {:>8}", tokens(n));
    fmt::print("  grows as\n");
    for (const TimeCurve& curve : measured.curves) {
        fmt::print("~ {:<22}", curve.name);
        for (const double n : lengths) fmt::print(" {:>8}", time_at(curve, n));
        fmt::print("    {}\n", growth_of(curve));
    }
    fmt::print("~ linear faster from n = {} by formula, {} by loops, {} by the fast two\n",
               tokens(break_even_by_formula(static_cast<double>(measured.d))),
               pays_from(measured.curves[0], measured.curves[2]), pays_from(measured.curves[3], measured.curves[4]));
}

/// What each way saves, and what it loses: over texts of the same length, and in the same time.
inline void costs(const CostTable& table, const std::vector<EqualTimeRow>& in_time)
{
    fmt::print("  {:<17}{:>11}{:>14}{:>8}{:>10}{:>18}\n", "n =", "100,000", "100,000", common::with_commas(table.n),
               common::with_commas(table.pairs), "in equal time");
    fmt::print("  {:<17}{:>11}{:>14}{:>8}{:>10}{:>8}{:>10}\n", "", "operations", "numbers kept", "ms", "recalled",
               "read", "recalled");
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const CostRow& way = table.rows[r];
        fmt::print("~ {:<17}{:>11.1e}{:>14}{:>8}{:>10.0f}{:>8}{:>10.0f}\n", way.name, way.operations,
                   tokens(way.numbers), milliseconds(way.seconds), std::round(way.recalled), in_time[r].tokens,
                   std::round(in_time[r].recalled()));
    }
}

}  // namespace attention::show
