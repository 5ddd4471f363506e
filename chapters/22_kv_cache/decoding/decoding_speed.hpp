/// \file
/// Chapter 22: how long one decoding step takes over a cache of n tokens, beside reading as many bytes and doing nothing else.
#pragma once

#include <cstddef>

namespace attention
{

/// One query over n keys and values in float, with one thread.
struct DecodingSpeed {
    std::size_t tokens = 0;  ///< n
    std::size_t d = 0;       ///< the size of a key, and of a value
    double loops = 0.0;      ///< seconds by chapter 20's plain loops
    double fast = 0.0;       ///< seconds by chapter 20's fast form
    double reading = 0.0;    ///< seconds for reading K and V, and nothing else
    double error = 0.0;      ///< of the fast form, against loops in double, in units of the output's own size

    /// Bytes of K and V, by formula: each number once, 4 bytes each.
    double bytes() const { return 2.0 * static_cast<double>(tokens * d) * sizeof(float); }

    /// Additions and multiplications, by formula: two for each number of K and V.
    double operations() const { return 4.0 * static_cast<double>(tokens * d); }

    /// Billions of bytes a second, for what takes so many seconds.
    double gigabytes_a_second(double seconds) const { return bytes() / seconds / 1e9; }

    /// Billions of operations a second, likewise.
    double gflops(double seconds) const { return operations() / seconds / 1e9; }

    /// The part of the reading speed that the fast form reaches.
    double share() const { return reading / fast; }
};

/// Time one decoding step.
///
/// \param tokens  n
/// \param d       the size of a key, and of a value
/// \param rounds  in which all have their turn; the shortest time of each counts
DecodingSpeed decoding_speed(std::size_t tokens, std::size_t d, int rounds = 15);

/// A prompt of n tokens, all its queries at once under the causal mask, with one thread.
struct PrefillSpeed {
    std::size_t tokens = 0;  ///< n
    std::size_t d = 0;       ///< the size of queries, keys and values
    double seconds = 0.0;    ///< by chapter 20's fast form
    double limit_gflops =
        0.0;  ///< billions of operations a second that attention could reach at best, as in chapter 20

    /// Additions and multiplications, by formula.
    double operations() const
    {
        return 2.0 * static_cast<double>(d) * static_cast<double>(tokens) * static_cast<double>(tokens + 1);
    }

    /// Billions of them a second.
    double gflops() const { return operations() / seconds / 1e9; }
};

/// Time the attention of a prompt.
///
/// \param tokens  n
/// \param d       the size of queries, keys and values
PrefillSpeed prefill_speed(std::size_t tokens, std::size_t d);

}  // namespace attention
