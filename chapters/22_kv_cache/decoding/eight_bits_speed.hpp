/// \file
/// Chapter 22: how long a decoding step takes over a cache in 8 bits, beside one in float.
#pragma once

#include <cstddef>

namespace attention
{

/// One query over n keys and values, with one thread.
struct EightBitsSpeed {
    std::size_t tokens = 0;       ///< n
    std::size_t d = 0;            ///< the size of a key, and of a value
    double in_float = 0.0;        ///< seconds by chapter 20's fast form
    double in_eight_bits = 0.0;   ///< seconds over a cache in 8 bits
    double reading_float = 0.0;   ///< seconds for reading the cache in float, and nothing else
    double reading_eight = 0.0;   ///< seconds for reading the one in 8 bits
    double bytes_in_float = 0.0;  ///< of the cache
    double bytes_in_eight = 0.0;  ///< of the cache, with the sizes of the steps
    double error = 0.0;  ///< of the loops alone: against loops in double over the same 8 bits, in units of the output
};

/// Time both.
///
/// \param tokens  n
/// \param d       the size of a key, and of a value
/// \param rounds  in which all have their turn; the shortest time of each counts
EightBitsSpeed eight_bits_speed(std::size_t tokens, std::size_t d, int rounds = 15);

}  // namespace attention
