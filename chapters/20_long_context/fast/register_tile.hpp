/// \file
/// Chapter 20: how many registers a tile of rung 5 takes, and how often it uses what it fetches.
#pragma once

#include "20_long_context/fast/tile_kernels.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace attention
{

/// The registers of a kind of processor.
struct Registers {
    const char* kind;    ///< as `TileKernels::name` has it
    std::size_t count;   ///< how many there are
    std::size_t floats;  ///< that fit into one
};

/// From the narrowest. The baseline is that of 64-bit x86.
inline constexpr std::array<Registers, 4> kinds_of_registers = {
    {{"baseline", 16, 4}, {"neon", 32, 4}, {"avx2", 16, 8}, {"avx512", 32, 16}}};

/// Some keys by some packs of queries. What it takes is counted for one coordinate: a multiply-add for each key and query.
struct RegisterTile {
    std::size_t keys = 1;   ///< each brings one number
    std::size_t packs = 1;  ///< of queries
    std::size_t lanes = 1;  ///< queries in a pack: numbers in a register

    /// Queries in all packs.
    constexpr std::size_t queries() const { return packs * lanes; }

    /// Registers full of sums.
    constexpr std::size_t sums() const { return keys * packs; }

    /// Registers in all: the sums, the queries, and one for the number of a key.
    constexpr std::size_t registers() const { return sums() + packs + 1; }

    /// Multiply-adds of one coordinate.
    constexpr std::size_t multiply_adds() const { return keys * queries(); }

    /// Numbers that come from memory for them.
    constexpr std::size_t fetched() const { return keys + queries(); }

    /// Packs of sums that find no place where there are only so many registers.
    constexpr std::size_t left_over(std::size_t count) const
    {
        return std::min(sums(), registers() - std::min(registers(), count));
    }

    /// Numbers moved for one coordinate: those fetched, and at least the sums without a place, which come and go each time.
    constexpr std::size_t moved(std::size_t count) const { return fetched() + 2 * left_over(count) * lanes; }
};

/// The tile of some inner loops, which take two packs of queries together.
template <typename Real>
RegisterTile register_tile(const TileKernels<Real>& kernels)
{
    return {kernels.rows, 2, kernels.columns / 2};
}

}  // namespace attention
