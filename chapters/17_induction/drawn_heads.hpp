/// \file
/// Chapter 17: pictures of the two heads; nothing to learn here.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/scores.hpp"

#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>

namespace attention
{

/// Tokens are called a, b, c, and so on.
inline std::string letter(int token) { return std::string(1, static_cast<char>('a' + token)); }

/// A short sequence for the pictures: 9 tokens, twice.
inline Sequences shown()
{
    common::Random random(2026);
    return repeated_sequences({.length = 18, .shortest_block = 9, .longest_block = 9}, 1, random);
}

/// Rows and columns of weights, named by places and tokens.
inline common::HeatMap map_of(const Matrix& weights, std::size_t first, std::size_t end, std::size_t columns)
{
    const Sequences sequences = shown();
    common::HeatMap map{.title = "",
                        .description = "",
                        .values = xt::view(weights, xt::range(first, end), xt::range(0, columns)),
                        .rows = {},
                        .columns = {}};
    map.masked = BoolMatrix::from_shape({end - first, columns});  // a causal mask: what comes later is not seen
    for (std::size_t i = first; i < end; ++i) {
        for (std::size_t j = 0; j < columns; ++j) map.masked(i - first, j) = j > i;
    }
    for (std::size_t i = first; i < end; ++i)
        map.rows.push_back(fmt::format("{} {}", i, letter(sequences.token(0, i))));
    for (std::size_t j = 0; j < columns; ++j)
        map.columns.push_back(fmt::format("{} {}", j, letter(sequences.token(0, j))));
    return map;
}

/// Draw where both heads look, before training or after.
inline void draw_heads(const Parameters<float>& model, const std::string& when, const std::string& first_says,
                       const std::string& second_says, const common::Pictures& pictures)
{
    const Trace<float> trace = forward(model, shown());
    common::HeatMap first = map_of(weights_of(trace, 0, first_head), 0, 9, 9);
    first.title = fmt::format("The head of layer 1 {} training: the first block", when);
    first.description = "Measured: " + first_says;
    pictures.save(fmt::format("layer_1_{}.svg", when), first.svg());
    common::HeatMap second = map_of(weights_of(trace, 0, second_head), 9, 18, 18);
    second.title = fmt::format("The head of layer 2 {} training: the second block", when);
    second.description = "Measured: " + second_says;
    pictures.save(fmt::format("layer_2_{}.svg", when), second.svg());
}

}  // namespace attention
