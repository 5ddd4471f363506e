/// \file
/// Chapter 22: the two loops in which a decoding step over 8 bits spends its time, made for the processor at hand.
#pragma once

#include "common/tile.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

inline constexpr std::size_t widest_group =
    64;  ///< rows in 8 bits are a multiple of this wide, with zeros at their ends

inline constexpr float upper_end =
    0x1p-24F;  ///< the loops take whole numbers for 2^24 times as much; this makes up for it

/// The loops, for one kind of processor. Keys and values lie as they are; a query, and an output, has its coordinates in another
/// order.
struct EightBitKernels {
    const char* name;  ///< the kind of processor: avx512, avx2 or baseline, as in chapter 20

    /// Where a coordinate of a query or of an output has its place.
    std::size_t (*place_of)(std::size_t c);

    /// One query with each key.
    /// \param q       the query, times `upper_end`, in places, as wide as the keys
    /// \param K       keys, shape (keys, a multiple of `widest_group`)
    /// \param scores  where they go, one for each key
    void (*compare)(const float* q, common::Tile<const std::int8_t> K, float* scores);

    /// o = o + the sum of each weight times its value.
    /// \param weights  one for each value, times `upper_end`
    /// \param V        values, shape (keys, a multiple of `widest_group`)
    /// \param o        in places, as wide as the values
    void (*add)(const float* weights, common::Tile<const std::int8_t> V, float* o);
};

#ifdef __x86_64__
extern const EightBitKernels eight_bit_avx512;  ///< needs AVX-512
extern const EightBitKernels eight_bit_avx2;    ///< needs AVX2 and FMA
#endif
extern const EightBitKernels eight_bit_baseline;  ///< runs anywhere

/// The loops for this processor: of the kind that chapter 20 chooses, where there are some.
const EightBitKernels& eight_bit_kernels();

/// All that this processor can run.
std::vector<const EightBitKernels*> usable_eight_bit_kernels();

}  // namespace attention
