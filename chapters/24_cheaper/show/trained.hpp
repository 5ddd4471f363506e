/// \file
/// Chapter 24: what the program prints about models that learn with windows.
#pragma once

#include "24_cheaper/show/progress.hpp"
#include "24_cheaper/sinks/doubled.hpp"
#include "24_cheaper/sinks/first_token.hpp"
#include "24_cheaper/windows/cliff.hpp"
#include "24_cheaper/windows/copy_back.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attention::show
{

/// How long the models learn, unless the reader has less patience.
struct Steps {
    int most = 100000;                                     ///< for any model
    int windowed() const { return std::min(most, 2400); }  ///< chapter 17's task, with a window
    int copying() const { return std::min(most, 800); }    ///< the token some places back
    int sinking() const { return std::min(most, 1800); }   ///< blocks that come twice
};

/// Chapter 17's model, and one that learns its task with a window.
inline Cliff learned_cliff(std::uint64_t seed, const Steps& steps)
{
    const int all = steps.windowed() + std::min(steps.windowed(), 1000);
    return cliff(seed, steps.windowed(), progress("windows", all));
}

/// A row of accuracies.
inline void on_blocks_row(const std::string& name, const OnBlocks& row)
{
    fmt::print("~ {:<23}", name);
    for (const double accuracy : row.accuracy) fmt::print(" {:>5.3f}", accuracy);
    fmt::print("  {:>5.3f}\n", row.all);
}

/// What is right with some of the windows.
inline void cliff_table(const Cliff& cliff)
{
    fmt::print("  {:<23}", "blocks of");
    for (const std::size_t block : cliff_blocks) fmt::print(" {:>5}", block);
    fmt::print("    all\n");
    for (std::size_t w = 0; w < cliff_windows.size(); ++w) {
        const std::size_t window = cliff_windows[w];
        if (window != 8 && window != 9 && window != 12 && window != 32) continue;
        on_blocks_row(fmt::format("{:>2} keys", window), cliff.cut_off[w]);
    }
    on_blocks_row(fmt::format(" {} keys from the start", learned_window), cliff.with_window);
}

/// How far layers reach.
inline void copies_table(std::size_t window, std::uint64_t seed, const Steps& steps)
{
    const std::vector<CopyBack> all =
        copies_back(window, seed, steps.copying(), progress("copy back", 6 * steps.copying()));
    fmt::print("  layers  places back  accuracy  places back  accuracy\n");
    for (std::size_t c = all.size(); c >= 2; c -= 2) {
        const CopyBack& reached = all[c - 2];
        const CopyBack& further = all[c - 1];
        fmt::print("~ {:>6}  {:>11}  {:>8.3f}  {:>11}  {:>8.3f}\n", reached.layers, reached.back, reached.accuracy,
                   further.back, further.accuracy);
    }
}

/// Two models, one with `<s>` to look at and one with one more in its sum.
inline Sinks learned_sinks(std::uint64_t seed, const Steps& steps)
{
    return sinks(seed, steps.sinking(), progress("sinks", 2 * steps.sinking()));
}

/// A row of the table of sinks.
inline void sink_row(const std::string& name, const SeenWith& seen)
{
    fmt::print("~ {:<29}  {:>5.3f}  {:>6.3f}  {:>6.3f}  {:>8.3f}  {:>6.3f}  {:>6.3f}\n", name, seen.unknown.loss,
               seen.unknown.on_first, seen.unknown.in_all, seen.known.accuracy, seen.known.on_first, seen.known.in_all);
}

/// What becomes of a model whose first token is gone.
inline void sinks_table(const Sinks& sinks)
{
    const double guessing = std::log(static_cast<double>(doubled_letters));
    fmt::print("  {:<29}  nothing to find        a match\n", fmt::format("guessing: loss ln 24 = {:.3f}", guessing));
    fmt::print("  {:<29}   loss  on <s>  in all  accuracy  on <s>  in all\n", "");
    sink_row("learned with <s> in sight", sinks.as_learned);
    sink_row("  <s> dropped", sinks.dropped);
    sink_row("  a tenth key in its place", sinks.another);
    sink_row("  one more in the sum instead", sinks.more_now);
    sink_row("learned with one more", sinks.more_always);
}

/// The trained models again, with other seeds.
inline void seeds(int count, const Steps& steps)
{
    for (int seed = 1; seed <= count; ++seed) {
        fmt::print("  seed {}\n", seed);
        const auto number = static_cast<std::uint64_t>(seed);
        cliff_table(learned_cliff(number, steps));
        copies_table(learned_window, number, steps);
        sinks_table(learned_sinks(number, steps));
    }
}

}  // namespace attention::show
