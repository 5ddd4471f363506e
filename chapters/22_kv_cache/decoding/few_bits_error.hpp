/// \file
/// Chapter 22: what few bits cost, and why keys share their steps by channel: one channel with large numbers decides.
#pragma once

#include "22_kv_cache/decoding/eight_bits.hpp"

#include <cstddef>

namespace attention
{

inline constexpr std::size_t outlier_channel = 7;  ///< of keys, where one is large
inline constexpr double outlier_factor = 20.0;     ///< how large

/// What is asked for.
struct FewBits {
    int bits = 8;                     ///< of each number
    Sharing keys = Sharing::channel;  ///< which numbers of K share a step; those of V do by token
    bool outlier = false;             ///< channel 7 of K is 20 times as large, that of Q 20 times as small
};

/// How wrong the outputs are, in units of their own size: of the root of their mean square.
struct FewBitsError {
    FewBits with;          ///< what was asked for
    double largest = 0.0;  ///< of all numbers of all outputs
    double usual = 0.0;    ///< the root of the mean square
};

/// Attention over a cache in few bits, beside the same in double. Seeds 0 to 4.
///
/// \param with     what is asked for
/// \param tokens   in the cache
/// \param queries  of each seed
/// \param d        the size of queries, keys and values, at least 8
FewBitsError few_bits_error(const FewBits& with, std::size_t tokens, std::size_t queries, std::size_t d);

}  // namespace attention
