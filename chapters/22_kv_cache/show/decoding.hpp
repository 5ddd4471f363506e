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
    fmt::print("  {:>7} {:>7} {:>10} {:>8} {:>8} {:>6} {:>17}\n", "words", "MB", "plain us", "fast us", "GFLOP/s",
               "GB/s", "only read, GB/s");
    for (const DecodingSpeed& step : steps)
        fmt::print("~ {:>7} {:>7.3f} {:>10.0f} {:>8.1f} {:>8.1f} {:>6.1f} {:>17.1f}\n",
                   common::with_commas(step.tokens), 1e-6 * step.bytes(), 1e6 * step.loops, 1e6 * step.fast,
                   step.gflops(step.fast), step.gigabytes_a_second(step.fast), step.gigabytes_a_second(step.reading));
    fmt::print("~ a prompt of {} words, all at once: {:.1f} GFLOP/s of {:.1f}\n", prompt.tokens, prompt.gflops(),
               prompt.limit_gflops);
}

/// Fewer and fewer heads of keys and values.
inline void print_heads(const std::vector<GroupedHeads>& found)
{
    fmt::print("  {:>13} {:>15} {:>5} {:>13} {:>14} {:>13}\n", "K and V heads", "bytes per word", "MB", "together, ms",
               "times as fast", "in turns, ms");
    for (const GroupedHeads& heads : found)
        fmt::print("~ {:>13} {:>15.0f} {:>5.0f} {:>13.2f} {:>14.2f} {:>13.2f}\n", heads.key_heads,
                   heads.bytes_a_token(), 1e-6 * heads.bytes(), 1e3 * heads.together,
                   found.front().together / heads.together, 1e3 * heads.one_by_one);
}

/// A second thread.
inline void print_threads(const ThreadsShare& found)
{
    fmt::print("~ two threads over {} words: {:.2f} ms, only reading {:.2f}; {} as one\n",
               common::with_commas(found.tokens), 1e3 * found.two, 1e3 * found.reading_two,
               found.same_bits ? "same bits" : "not the same bits");
}

/// What few bits cost, in percent of the outputs; and how long a step takes with 8 of them.
inline void print_bits(const EightBitsSpeed& speed)
{
    common::Table table({"K and V in steps", "K by word", "K by channel", "outlier: by word", "by channel"});
    for (const int bits : {8, 4}) {
        std::vector<std::string> row = {fmt::format("{} bits, {} to {}", bits, -most_steps(bits), most_steps(bits))};
        for (const bool outlier : {false, true}) {
            for (const Sharing sharing : {Sharing::token, Sharing::channel})
                row.push_back(
                    fmt::format("{:.1f} %", 100 * few_bits_error({bits, sharing, outlier}, 1024, 256, 64).usual));
        }
        table.add_row(row);
    }
    table.print();
    fmt::print("~ 8 bits instead of float, {} words: a step {:.1f} times as fast, reading {:.1f}\n",
               common::with_commas(speed.tokens), speed.in_float / speed.in_eight_bits,
               speed.reading_float / speed.reading_eight);
}

}  // namespace attention::show
