/// \file
/// Chapter 17: the sequence on which the two heads are shown, and where they look on it; nothing to learn here.
#pragma once

#include "17_induction/repeated.hpp"
#include "17_induction/sequences.hpp"

#include "common/heat_map.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

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
        map.rows.push_back(std::to_string(i) + " " + letter(sequences.token(0, i)));
    for (std::size_t j = 0; j < columns; ++j)
        map.columns.push_back(std::to_string(j) + " " + letter(sequences.token(0, j)));
    return map;
}

}  // namespace attention
