/// \file
/// Chapter 22: how many multiplications it takes to write a text word by word, by formula.
#pragma once

#include <array>
#include <cstdint>

namespace attention
{

/// What a step does again that earlier steps have done already.
enum class Redone {
    everything,       ///< queries, keys and values of all words, and the whole causal pass
    keys_and_values,  ///< keys and values of all words; only the newest word asks
    nothing,          ///< keys and values are kept: only those of the newest word are made
};

/// The three ways, the dearest first.
inline constexpr std::array<Redone, 3> ways = {Redone::everything, Redone::keys_and_values, Redone::nothing};

/// How many multiplications a text takes, by formula. Additions, divisions and exponentials are not counted.
struct Multiplications {
    std::uint64_t projections = 0;  ///< words times W_Q, W_K and W_V
    std::uint64_t attention = 0;    ///< queries times keys, and weights times values

    /// Both together.
    std::uint64_t total() const { return projections + attention; }
};

/// Count the multiplications of writing a text, without writing it.
///
/// \param again  what each step does again
/// \param n      words
/// \param d      coordinates of a word, of its query, its key and its value
/// \return       of all n steps
inline Multiplications multiplications(Redone again, std::uint64_t n, std::uint64_t d)
{
    Multiplications count;
    for (std::uint64_t words = 1; words <= n; ++words) {
        const std::uint64_t made = again == Redone::nothing ? 1 : words;
        const std::uint64_t queries = again == Redone::everything ? words : 1;
        const std::uint64_t pairs = again == Redone::everything ? words * (words + 1) / 2 : words;
        count.projections += (queries + 2 * made) * d * d;
        count.attention += 2 * d * pairs;
    }
    return count;
}

}  // namespace attention
