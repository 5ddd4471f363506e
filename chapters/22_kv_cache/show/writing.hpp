/// \file
/// Chapter 22: what the program prints about writing word by word; nothing to learn here.
#pragma once

#include "22_kv_cache/by_hand.hpp"
#include "22_kv_cache/generation.hpp"
#include "22_kv_cache/growth.hpp"
#include "22_kv_cache/multiplications.hpp"
#include "22_kv_cache/pitfalls.hpp"

#include "12_masks/masks.hpp"

#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;
using common::numbers;

/// Three words, each over the cache of those before it.
inline void print_by_hand()
{
    common::Table table({"word", "q", "keys kept", "values kept", "weights", "output"});
    for (const pencil::Step& step : pencil::steps(3))
        table.add_row({step.word.name, number(step.word.q, 0), numbers(column_of(step.K, 0), 3),
                       numbers(column_of(step.V, 0), 0), numbers(step.weights, 3), number(step.output, 3)});
    table.print();
}

/// The names of the three ways above their columns.
inline void print_ways(const std::string& first)
{
    fmt::print("  {:<11} {:>12} {:>12} {:>10} {:>12} {:>13}\n", first, "all again", "K, V again", "cache",
               "all / cache", "K, V / cache");
}

/// A number for each of the three ways, and the first two by the last.
inline void print_line(const std::string& name, const std::array<double, 3>& of_ways, int decimals)
{
    fmt::print("{:<13} {:>12.{}f} {:>12.{}f} {:>10.{}f} {:>12.0f} {:>13.0f}\n", name, of_ways[0], decimals, of_ways[1],
               decimals, of_ways[2], decimals, of_ways[0] / of_ways[2], of_ways[1] / of_ways[2]);
}

/// With which powers of n the three ways grow.
template <typename Of>
void print_exponents(const std::string& name, const std::vector<CostOfText>& costs, Of of)
{
    std::array<double, 3> found{};
    for (std::size_t way = 0; way < ways.size(); ++way)
        found[way] = exponent(costs, [&](const CostOfText& cost) { return static_cast<double>(of(cost, way)); });
    fmt::print("{:<13} {:>12.2f} {:>12.2f} {:>10.2f}\n", name, found[0], found[1], found[2]);
}

/// Millions of multiplications, by formula; and counted, for a text that is short enough.
inline void print_counts(const std::vector<CostOfText>& costs)
{
    print_ways("n");
    for (std::size_t i = 0; i < costs.size(); i += 2) {
        std::array<double, 3> millions{};
        for (std::size_t way = 0; way < ways.size(); ++way)
            millions[way] = 1e-6 * static_cast<double>(costs[i].counts[way].total());
        print_line("  " + std::to_string(costs[i].n), millions, 3);
    }
    print_exponents("  exponent", costs,
                    [](const CostOfText& cost, std::size_t way) { return cost.counts[way].total(); });
    print_exponents("  attention", costs,
                    [](const CostOfText& cost, std::size_t way) { return cost.counts[way].attention; });
    std::array<double, 3> counted{};
    for (std::size_t way = 0; way < ways.size(); ++way)
        counted[way] = 1e-6 * static_cast<double>(counted_multiplications(ways[way], costs[0].n, 64));
    fmt::print("  counted while writing {} words: {:.3f}, {:.3f}, {:.3f}\n", costs[0].n, counted[0], counted[1],
               counted[2]);
}

/// Milliseconds, and whether all three find the same.
inline void print_times(const std::vector<CostOfText>& costs)
{
    print_ways("n");
    for (std::size_t i = 0; i < costs.size(); i += 2) {
        std::array<double, 3> milliseconds{};
        for (std::size_t way = 0; way < ways.size(); ++way) milliseconds[way] = 1e3 * costs[i].seconds[way];
        print_line("~ " + std::to_string(costs[i].n), milliseconds, 2);
    }
    const Agreement found = agreement(256, 64);
    fmt::print("  outputs: {}; chapter 12 in a single pass: {}\n",
               found.bit_for_bit ? "equal in every bit" : "different",
               found.from_one_pass < 1e-6 * found.largest ? "within 1e-06" : "different");
}

/// The three pitfalls, measured.
inline void print_pitfalls()
{
    fmt::print("  what the word before gets, of a weight of 1, among 16 words, rotary\n");
    fmt::print("    each word at its own place, 0 to 15        {:.3f}\n", weight_one_back(16, 0, 15));
    fmt::print("    the newest word at place 0                 {:.3f}\n", weight_one_back(16, 0, 0));
    fmt::print("    all 16 words at places 100 too high        {:.3f}\n", weight_one_back(16, 100, 115));

    common::Table chunks({"a prompt of 12 words in chunks of 4: error in chunk", "1", "2", "3"});
    const auto add_chunks = [&](const std::string& name, ChunkMask mask) {
        const std::vector<double> errors = errors_of_chunks(12, 4, mask);
        chunks.add_row({name, number(errors[0], 3), number(errors[1], 3), number(errors[2], 3)});
    };
    add_chunks("  causal mask, aligned bottom right",
               [](std::size_t n, std::size_t m) { return causal_mask(n, m, Alignment::bottom_right); });
    add_chunks("  causal mask, aligned top left",
               [](std::size_t n, std::size_t m) { return causal_mask(n, m, Alignment::top_left); });
    add_chunks("  no mask", [](std::size_t n, std::size_t m) { return BoolMatrix(xt::ones<bool>({n, m})); });
    chunks.print();

    common::Table padded({"5 words and 4 rows of padding: error of the next word", "sines", "rotary"});
    const auto add_padded = [&](const std::string& name, const Padding& padding) {
        padded.add_row({name, number(error_of_padding(padding, PositionKind::added), 3),
                        number(error_of_padding(padding, PositionKind::rotary), 3)});
    };
    add_padded("  padding in front, not hidden, not counted", {.in_front = true, .hidden = false, .counted_in = false});
    add_padded("  padding in front, hidden, but counted as places",
               {.in_front = true, .hidden = true, .counted_in = true});
    add_padded("  padding in front, hidden, not counted", {.in_front = true, .hidden = true, .counted_in = false});
    add_padded("  padding after the words, hidden, but counted",
               {.in_front = false, .hidden = true, .counted_in = true});
    padded.print();
}

}  // namespace attention::show
