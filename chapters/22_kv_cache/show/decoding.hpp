/// \file
/// Chapter 22: what the program prints about a long cache and the memory it has to be read from; nothing to learn here.
#pragma once

#include "22_kv_cache/decoding/decoding_speed.hpp"
#include "22_kv_cache/decoding/eight_bits.hpp"
#include "22_kv_cache/decoding/eight_bits_speed.hpp"
#include "22_kv_cache/decoding/few_bits_error.hpp"
#include "22_kv_cache/decoding/grouped_heads.hpp"
#include "22_kv_cache/decoding/threads_share.hpp"

#include "common/print.hpp"

#include <fmt/core.h>

#include <string>
#include <vector>

namespace attention::show
{

/// One step over caches of three lengths, beside reading them; and a prompt, all at once.
inline void print_speed(const PrefillSpeed& prompt, const std::vector<DecodingSpeed>& steps)
{
    fmt::print("  {:>7} {:>7} {:>9} {:>8} {:>8} {:>6} {:>14} {:>8}\n", "n", "MB", "loops us", "fast us", "GFLOP/s",
               "GB/s", "reading: GB/s", "share");
    for (const DecodingSpeed& step : steps)
        fmt::print("~ {:>7} {:>7.3f} {:>9.0f} {:>8.1f} {:>8.1f} {:>6.1f} {:>14.1f} {:>8.2f}\n",
                   common::with_commas(step.tokens), 1e-6 * step.bytes(), 1e6 * step.loops, 1e6 * step.fast,
                   step.gflops(step.fast), step.gigabytes_a_second(step.fast), step.gigabytes_a_second(step.reading),
                   step.share());
    fmt::print("~ a prompt of {} words, all at once: {:.1f} GFLOP/s of {:.1f}\n", prompt.tokens, prompt.gflops(),
               prompt.limit_gflops);
}

/// Fewer and fewer heads of keys and values.
inline void print_heads(const std::vector<GroupedHeads>& found)
{
    fmt::print("  {:>16} {:>15} {:>6} {:>8} {:>14} {:>14}\n", "heads of K and V", "bytes per word", "MB", "ms",
               "times as fast", "head by head");
    for (const GroupedHeads& heads : found)
        fmt::print("~ {:>16} {:>15.0f} {:>6.0f} {:>8.2f} {:>14.2f} {:>14.2f}\n", heads.key_heads, heads.bytes_a_token(),
                   1e-6 * heads.bytes(), 1e3 * heads.together, found.front().together / heads.together,
                   1e3 * heads.one_by_one);
}

/// A second thread.
inline void print_threads(const ThreadsShare& found)
{
    fmt::print("~ two threads over {} words: {:.2f} ms, where reading takes {:.2f}; {}\n",
               common::with_commas(found.tokens), 1e3 * found.two, 1e3 * found.reading_two,
               found.same_bits ? "same bits" : "other bits");
}

/// What few bits cost, in percent of the outputs; and how long a step takes with 8 of them.
inline void print_bits(const EightBitsSpeed& speed)
{
    common::Table table({"K and V in", "bytes", "K by word", "K by channel", "outlier: by word", "by channel"});
    for (const int bits : {8, 4}) {
        std::vector<std::string> row = {
            std::to_string(bits) + " bits",
            fmt::format("{:.3f}", bytes_in_steps(1024, 64, bits) / bytes_in_steps(1024, 64, 32))};
        for (const bool outlier : {false, true}) {
            for (const Sharing sharing : {Sharing::token, Sharing::channel})
                row.push_back(
                    fmt::format("{:.1f} %", 100 * few_bits_error({bits, sharing, outlier}, 1024, 256, 64).usual));
        }
        table.add_row(row);
    }
    table.print();
    fmt::print("~ {} words: in float {:.2f} ms, in 8 bits {:.2f}, where reading takes {:.2f}\n",
               common::with_commas(speed.tokens), 1e3 * speed.in_float, 1e3 * speed.in_eight_bits,
               1e3 * speed.reading_eight);
}

}  // namespace attention::show
