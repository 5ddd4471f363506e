/// \file
/// Chapter 20: how many blocks of scores there are, and how many of them some query may look into.
#pragma once

#include "20_long_context/blocks/options.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace attention
{

/// Blocks of scores.
struct Walk {
    std::size_t made = 0;  ///< those in which at least one query may see a key
    std::size_t all = 0;   ///< those of all queries over all keys
};

/// Count the blocks that the walk makes.
///
/// \param n        queries in all
/// \param m        keys in all
/// \param queries  of a block
/// \param keys     of a block
/// \param causal   nothing, or which key the queries stand at
inline Walk walk(std::size_t n, std::size_t m, std::size_t queries, std::size_t keys, std::optional<Alignment> causal)
{
    Walk found;
    for (std::size_t i = 0; i < n; i += queries) {
        const std::size_t last = std::min(n, i + queries) - 1;
        found.made += (visible_keys(last, n, m, causal) + keys - 1) / keys;
        found.all += (m + keys - 1) / keys;
    }
    return found;
}

}  // namespace attention
