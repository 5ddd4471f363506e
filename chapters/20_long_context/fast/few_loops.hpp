/// \file
/// Chapter 20: inner loops for few queries, over keys and values as they lie in memory. Nothing is laid side by side: a pack
/// holds neighbouring coordinates, and what it adds up to must be added across in the end, many sums together.
#pragma once

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/packs.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

namespace attention
{

/// Loops over packs of `Bytes` bytes. What they do, `TileKernels` says.
template <typename Real, int Bytes>
struct FewLoops : private Packs<Real, Bytes> {
    using Numbers = Pack<Real, Bytes>;  ///< a pack
    using Packs<Real, Bytes>::lanes, Packs<Real, Bytes>::load, Packs<Real, Bytes>::store;

    static constexpr std::size_t sums_at_once = Bytes == 64 ? 16 : 8;    ///< half of the registers, or fewer
    static constexpr std::size_t queries_at_once = Bytes == 64 ? 4 : 2;  ///< with a key that is in a register
    static constexpr std::size_t places = 4;                             ///< that keys come from at the same time
    static constexpr std::size_t run_of_place = sums_at_once / places;   ///< keys of each, one after the other
    static constexpr std::size_t packs_at_once = 4;                      ///< of a value
    static constexpr std::size_t values_at_once = 8;  ///< where they have more: memory is read nearly in its order

    /// Two packs become one of half as many sums. In each group of `Width` lanes, the first half is that of a, its halves
    /// added, and the second half is that of b.
    template <std::size_t Width, std::size_t... Lane>
    static Numbers fold(Numbers a, Numbers b, std::index_sequence<Lane...>)
    {
        constexpr std::size_t half = Width / 2;
        const Numbers near = __builtin_shufflevector(a, b, (Lane % Width < half ? Lane : lanes + Lane)...);
        const Numbers far = __builtin_shufflevector(a, b, (Lane % Width < half ? Lane + half : lanes + Lane - half)...);
        return near + far;
    }

    /// As many sums as a pack has lanes, in the order of their packs: each adds its numbers as `sum_of` does.
    ///
    /// \param packs  `Count` of them, each with parts of lanes / Count sums; changed
    template <std::size_t Count>
    [[gnu::always_inline]] static Numbers sums_of(Numbers* packs)
    {
        if constexpr (Count == 1) {
            return packs[0];
        } else {
            constexpr auto all = std::make_index_sequence<lanes>{};
#pragma GCC unroll 8
            for (std::size_t i = 0; i < Count / 2; ++i) packs[i] = fold<Count>(packs[i], packs[i + Count / 2], all);
            return sums_of<Count / 2>(packs);
        }
    }

    /// The last few numbers of a row, and zeros after them.
    static Numbers load_some(const Real* from, std::size_t count)
    {
        Numbers numbers{};
        std::memcpy(&numbers, from, count * sizeof(Real));
        return numbers;
    }

    /// One pack of each query times one of the keys of each place.
    ///
    /// \param sums    of those queries and keys; `Keys` of each query, and of these `Keys` / `Places` of each place
    /// \param Q       queries
    /// \param K       the first key of the first place; the next place's is so many rows apart
    /// \param apart   how many
    /// \param c       the coordinate with which the packs begin
    /// \param loaded  makes a pack of what is there
    template <std::size_t Queries, std::size_t Keys, std::size_t Places, typename Loaded>
    [[gnu::always_inline]] static void add_products(Numbers* sums, common::Tile<const Real> Q,
                                                    common::Tile<const Real> K, std::size_t apart, std::size_t c,
                                                    Loaded loaded)
    {
        Numbers q[Queries];
#pragma GCC unroll 4
        for (std::size_t i = 0; i < Queries; ++i) q[i] = loaded(Q.row(i) + c);
#pragma GCC unroll 4
        for (std::size_t place = 0; place < Places; ++place) {
            const Numbers k = loaded(K.row(place * apart) + c);
#pragma GCC unroll 4
            for (std::size_t i = 0; i < Queries; ++i) sums[i * Keys + place * (Keys / Places)] += q[i] * k;
        }
    }

    /// So many queries with so many keys; all sums are in registers.
    template <std::size_t Queries, std::size_t Keys, std::size_t Places>
    static void compare_tile(common::Tile<const Real> Q, common::Tile<const Real> K, std::size_t apart,
                             common::Tile<Real> S)
    {
        constexpr std::size_t run = Keys / Places;
        const std::size_t whole = K.columns / lanes * lanes;
        const auto rest = [count = K.columns - whole](const Real* from) { return load_some(from, count); };
        Numbers sums[Queries * Keys]{};
#pragma GCC unroll 4
        for (std::size_t j = 0; j < run; ++j) {
            const common::Tile<const Real> keys = K.rows_from(j, K.rows);
            for (std::size_t c = 0; c < whole; c += lanes)
                add_products<Queries, Keys, Places>(sums + j, Q, keys, apart, c, load);
            if (whole < K.columns) add_products<Queries, Keys, Places>(sums + j, Q, keys, apart, whole, rest);
        }

        Real scores[Queries * Keys];
        if constexpr (Queries * Keys % lanes == 0) {
#pragma GCC unroll 16
            for (std::size_t at = 0; at < Queries * Keys; at += lanes) store(scores + at, sums_of<lanes>(sums + at));
        } else {
            for (std::size_t at = 0; at < Queries * Keys; ++at)
                scores[at] = Packs<Real, Bytes>::template sum_of<Bytes>(sums[at]);
        }
#pragma GCC unroll 4
        for (std::size_t i = 0; i < Queries; ++i) {
#pragma GCC unroll 4
            for (std::size_t place = 0; place < Places; ++place)
                std::memcpy(S.row(i) + place * apart, scores + i * Keys + place * run, run * sizeof(Real));
        }
    }

    /// So many queries with a few keys of each place.
    template <std::size_t Queries>
    static void compare_some(common::Tile<const Real> Q, common::Tile<const Real> K, std::size_t apart,
                             common::Tile<Real> S)
    {
        constexpr std::size_t keys = run_of_place / Queries;
#pragma GCC unroll 4
        for (std::size_t j = 0; j < run_of_place; j += keys)
            compare_tile<Queries, places * keys, places>(Q, K.rows_from(j, K.rows), apart,
                                                         S.columns_from(j, S.columns));
    }

    /// Each query with each key, as they lie in memory: from four places at a time, which keeps more of the memory busy.
    static void compare_rows(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<Real> S)
    {
        const std::size_t apart = K.rows / (places * run_of_place) * run_of_place;
        for (std::size_t j = 0; j < apart; j += run_of_place) {
            const common::Tile<const Real> keys = K.rows_from(j, run_of_place);
            const common::Tile<Real> scores = S.columns_from(j, run_of_place);
            std::size_t i = 0;
            for (; i + queries_at_once <= Q.rows; i += queries_at_once)
                compare_some<queries_at_once>(Q.rows_from(i, queries_at_once), keys, apart,
                                              scores.rows_from(i, queries_at_once));
            for (; i < Q.rows; ++i) compare_some<1>(Q.rows_from(i, 1), keys, apart, scores.rows_from(i, 1));
        }
        for (std::size_t j = places * apart; j < K.rows; ++j) {
            for (std::size_t i = 0; i < Q.rows; ++i)
                compare_tile<1, 1, 1>(Q.rows_from(i, 1), K.rows_from(j, 1), 0, S.rows_from(i, 1).columns_from(j, 1));
        }
    }

    /// `Count` packs of the outputs of so many queries, from coordinate c on; they stay in registers while values go past.
    template <std::size_t Queries, std::size_t Count>
    static void add_tile(common::Tile<const Real> P, common::Tile<const Real> V, std::size_t c, common::Tile<Real> O)
    {
        Numbers sums[Queries][Count];
#pragma GCC unroll 4
        for (std::size_t i = 0; i < Queries; ++i) {
#pragma GCC unroll 4
            for (std::size_t p = 0; p < Count; ++p) sums[i][p] = load(O.row(i) + c + p * lanes);
        }
        for (std::size_t j = 0; j < V.rows; ++j) {
            Numbers values[Count];
#pragma GCC unroll 4
            for (std::size_t p = 0; p < Count; ++p) values[p] = load(V.row(j) + c + p * lanes);
#pragma GCC unroll 4
            for (std::size_t i = 0; i < Queries; ++i) {
                const Real weight = P.row(i)[j];
#pragma GCC unroll 4
                for (std::size_t p = 0; p < Count; ++p) sums[i][p] += weight * values[p];
            }
        }
#pragma GCC unroll 4
        for (std::size_t i = 0; i < Queries; ++i) {
#pragma GCC unroll 4
            for (std::size_t p = 0; p < Count; ++p) store(O.row(i) + c + p * lanes, sums[i][p]);
        }
    }

    /// All packs of the outputs of so many queries.
    template <std::size_t Queries>
    static void add_some(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O)
    {
        std::size_t c = 0;
        for (; c + packs_at_once * lanes <= V.columns; c += packs_at_once * lanes)
            add_tile<Queries, packs_at_once>(P, V, c, O);
        for (; c + lanes <= V.columns; c += lanes) add_tile<Queries, 1>(P, V, c, O);
    }

    /// The last few coordinates, which fill no pack. In packs all the same: every product is rounded as it is elsewhere.
    static void add_rest(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O)
    {
        const std::size_t c = V.columns / lanes * lanes;
        const std::size_t count = V.columns - c;
        for (std::size_t i = 0; i < P.rows && count > 0; ++i) {
            Numbers sums = load_some(O.row(i) + c, count);
            for (std::size_t j = 0; j < V.rows; ++j) sums += P.row(i)[j] * load_some(V.row(j) + c, count);
            std::memcpy(O.row(i) + c, &sums, count * sizeof(Real));
        }
    }

    /// O = O + P V, the values as they lie in memory.
    static void add_rows(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O)
    {
        const std::size_t at_once = V.columns <= packs_at_once * lanes ? V.rows : values_at_once;
        for (std::size_t j = 0; j < V.rows; j += at_once) {
            const common::Tile<const Real> values = V.rows_from(j, std::min(at_once, V.rows - j));
            const common::Tile<const Real> weights = P.columns_from(j, values.rows);
            std::size_t i = 0;
            for (; i + queries_at_once <= P.rows; i += queries_at_once)
                add_some<queries_at_once>(weights.rows_from(i, queries_at_once), values,
                                          O.rows_from(i, queries_at_once));
            for (; i < P.rows; ++i) add_some<1>(weights.rows_from(i, 1), values, O.rows_from(i, 1));
            add_rest(weights, values, O);
        }
    }
};

}  // namespace attention
