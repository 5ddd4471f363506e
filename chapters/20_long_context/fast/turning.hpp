/// \file
/// Chapter 20: queries that lie one below the other, laid side by side: whole squares of numbers are turned in registers.
#pragma once

#include "20_long_context/fast/packs.hpp"

#include "common/tile.hpp"

#include <cstddef>
#include <utility>

namespace attention
{

/// Queries turned into strips of `Columns`, by packs of `Bytes` bytes.
template <typename Real, int Bytes, std::size_t Columns>
struct Turning : private Packs<Real, Bytes> {
    using Numbers = Pack<Real, Bytes>;               ///< a pack
    static constexpr std::size_t columns = Columns;  ///< of a strip
    using Packs<Real, Bytes>::lanes, Packs<Real, Bytes>::load, Packs<Real, Bytes>::store;

    /// The numbers of two packs in turn, from number `First` of each on, as many as a pack holds.
    template <std::size_t First, std::size_t... Lane>
    static Numbers zip(Numbers a, Numbers b, std::index_sequence<Lane...>)
    {
        return __builtin_shufflevector(a, b, (First + Lane / 2 + Lane % 2 * lanes)...);
    }

    /// A square of numbers, turned: rows become columns. Rows are zipped with those half the way below, again and again.
    static void turn(const Real* from, std::size_t stride, Real factor, Real* to)
    {
        using Lanes = std::make_index_sequence<lanes>;
        Numbers rows[lanes];
#pragma GCC unroll 16
        for (std::size_t i = 0; i < lanes; ++i) rows[i] = load(from + i * stride) * factor;
#pragma GCC unroll 4
        for (std::size_t times = 1; times < lanes; times *= 2) {
            Numbers next[lanes];
#pragma GCC unroll 8
            for (std::size_t i = 0; i < lanes / 2; ++i) {
                next[2 * i] = zip<0>(rows[i], rows[i + lanes / 2], Lanes{});
                next[2 * i + 1] = zip<lanes / 2>(rows[i], rows[i + lanes / 2], Lanes{});
            }
#pragma GCC unroll 16
            for (std::size_t i = 0; i < lanes; ++i) rows[i] = next[i];
        }
#pragma GCC unroll 16
        for (std::size_t i = 0; i < lanes; ++i) store(to + i * columns, rows[i]);
    }

    /// Queries laid side by side and scaled; those that are missing are 0.
    static void lay_across(common::Tile<const Real> Q, Real factor, Real* queries)
    {
        for (std::size_t i = 0; i < columns; i += lanes) {
            std::size_t c = 0;
            for (; i + lanes <= Q.rows && c + lanes <= Q.columns; c += lanes)
                turn(Q.row(i) + c, Q.stride, factor, queries + c * columns + i);
            for (; c < Q.columns; ++c) {
                for (std::size_t lane = i; lane < i + lanes; ++lane)
                    queries[c * columns + lane] = lane < Q.rows ? factor * Q.row(lane)[c] : Real{0};
            }
        }
    }
};

}  // namespace attention
