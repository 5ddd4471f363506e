/// \file
/// Chapter 22: the loops over keys and values in 8 bits, written once, for packs of any size. Compiled once for each kind of
/// processor, like chapter 20's.
///
/// Four whole numbers of 8 bits lie in the place of one of 32. A shift moves one of the four to the upper end, sign and all, and
/// a mask clears the rest: that is 2^24 times the number, in 32 bits, and processors turn packs of these into packs of floats.
/// (GCC 12 would convert packs of 8 bits number by number.) So what a pack holds in the end is every fourth coordinate;
/// queries are laid out in the same order beforehand, and outputs are put back in order afterwards.
#pragma once

#include "22_kv_cache/decoding/eight_bit_kernels.hpp"

#include "20_long_context/fast/few_loops.hpp"
#include "20_long_context/fast/packs.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace attention
{

/// Loops over packs of `Bytes` bytes. What they do, `EightBitKernels` says.
template <int Bytes>
struct EightBitLoops : private Packs<float, Bytes> {
    using Numbers = Pack<float, Bytes>;       ///< a pack of floats
    using Whole = Pack<std::int32_t, Bytes>;  ///< a pack of as many whole numbers
    using Packs<float, Bytes>::lanes, Packs<float, Bytes>::load, Packs<float, Bytes>::store;

    static constexpr std::size_t group = 4 * lanes;  ///< whole numbers of 8 bits that fill a pack
    static constexpr std::size_t near = 64;          ///< values that stay in the nearest cache

    /// Every fourth of some whole numbers, from number `First` on, each times 2^24.
    template <int First>
    [[gnu::always_inline]] static Numbers every_fourth(Whole four)
    {
        constexpr std::int32_t upper = -0x1000000;  // its upper 8 bits are ones
        return __builtin_convertvector((four << (24 - 8 * First)) & upper, Numbers);
    }

    /// So many whole numbers as fill a pack.
    [[gnu::always_inline]] static Whole load_whole(const std::int8_t* from)
    {
        Whole four;
        std::memcpy(&four, from, sizeof four);
        return four;
    }

    /// One query with one key: a pack that is still to be added across.
    [[gnu::always_inline]] static Numbers products(const float* q, const std::int8_t* k, std::size_t width)
    {
        Numbers sum{};
        for (std::size_t c = 0; c < width; c += group) {
            const Whole four = load_whole(k + c);
            sum += load(q + c) * every_fourth<0>(four);
            sum += load(q + c + lanes) * every_fourth<1>(four);
            sum += load(q + c + 2 * lanes) * every_fourth<2>(four);
            sum += load(q + c + 3 * lanes) * every_fourth<3>(four);
        }
        return sum;
    }

    /// One query with each key. As many sums as a pack has lanes are added across together.
    static void compare(const float* q, common::Tile<const std::int8_t> K, float* scores)
    {
        std::size_t j = 0;
        for (; j + lanes <= K.rows; j += lanes) {
            Numbers sums[lanes];
#pragma GCC unroll 16
            for (std::size_t i = 0; i < lanes; ++i) sums[i] = products(q, K.row(j + i), K.columns);
            store(scores + j, FewLoops<float, Bytes>::template sums_of<lanes>(sums));
        }
        for (; j < K.rows; ++j)
            scores[j] = Packs<float, Bytes>::template sum_of<Bytes>(products(q, K.row(j), K.columns));
    }

    /// The coordinates of a group, for some values.
    static void add_group(const float* weights, common::Tile<const std::int8_t> V, std::size_t c, float* o)
    {
        Numbers sums[4];
        for (std::size_t p = 0; p < 4; ++p) sums[p] = load(o + c + p * lanes);
        for (std::size_t j = 0; j < V.rows; ++j) {
            const Whole four = load_whole(V.row(j) + c);
            sums[0] += weights[j] * every_fourth<0>(four);
            sums[1] += weights[j] * every_fourth<1>(four);
            sums[2] += weights[j] * every_fourth<2>(four);
            sums[3] += weights[j] * every_fourth<3>(four);
        }
        for (std::size_t p = 0; p < 4; ++p) store(o + c + p * lanes, sums[p]);
    }

    /// o = o + weights V.
    static void add(const float* weights, common::Tile<const std::int8_t> V, float* o)
    {
        for (std::size_t j = 0; j < V.rows; j += near) {
            const common::Tile<const std::int8_t> some = V.rows_from(j, std::min(near, V.rows - j));
            for (std::size_t c = 0; c < V.columns; c += group) add_group(weights + j, some, c, o);
        }
    }

    /// Where a coordinate has its place.
    static std::size_t place_of(std::size_t c)
    {
        const std::size_t within = c % group;
        return c - within + within % 4 * lanes + within / 4;
    }

    /// All of them under one name.
    static constexpr EightBitKernels kernels(const char* name)
    {
        static_assert(widest_group % group == 0);
        return {name, place_of, compare, add};
    }
};

}  // namespace attention
