/// \file
/// Chapter 22: heads of queries that share keys and values. The fewer heads K and V have, the less there is to read.
#pragma once

#include <cstddef>

namespace attention
{

/// One decoding step of all heads, in float, with one thread.
struct GroupedHeads {
    std::size_t heads = 0;      ///< of Q
    std::size_t key_heads = 0;  ///< of K and V, shared by equally many heads of Q
    std::size_t tokens = 0;     ///< in each head's cache
    std::size_t d = 0;          ///< the size of a key, and of a value
    double together = 0.0;      ///< seconds where a key that was fetched meets all heads that share it
    double one_by_one = 0.0;    ///< seconds where the heads of Q have their turn one after the other
    double reading = 0.0;       ///< seconds for reading K and V, and nothing else
    double error = 0.0;         ///< of all heads together, against loops in double, in units of the output's own size

    /// Bytes of K and V, by formula.
    double bytes() const { return 2.0 * static_cast<double>(key_heads * tokens * d) * sizeof(float); }

    /// Bytes that one more token adds to the cache.
    double bytes_a_token() const { return 2.0 * static_cast<double>(key_heads * d) * sizeof(float); }

    /// The part of the reading speed that all heads together reach.
    double share() const { return reading / together; }
};

/// Time one decoding step of all heads.
///
/// \param heads      of Q
/// \param key_heads  of K and V; a number that divides `heads`
/// \param tokens     in each head's cache
/// \param d          the size of a key, and of a value
/// \param rounds     in which all have their turn; the shortest time of each counts
GroupedHeads grouped_heads(std::size_t heads, std::size_t key_heads, std::size_t tokens, std::size_t d, int rounds = 7);

}  // namespace attention
