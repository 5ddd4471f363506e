/// \file
/// Chapter 20: the inner loops over strips, written once, for packs of any size. Compiled once for each kind of processor.
///
/// Each kind has its own size of pack, and so its own functions: the linker cannot mistake one made for a wide processor for
/// one that runs anywhere.
#pragma once

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/few_loops.hpp"
#include "20_long_context/fast/packs.hpp"
#include "20_long_context/fast/row_loops.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/fast/turning.hpp"

#include "common/tile.hpp"

#include <cstddef>
#include <limits>

namespace attention
{

/// The inner loops over packs of `Bytes` bytes, `Rows` rows of a product at a time. (`Columns` is for `ElementLoops`.)
template <typename Real, int Bytes, std::size_t Rows, std::size_t Columns = Bytes / sizeof(Real) * 2>
struct VectorLoops : private Packs<Real, Bytes> {
    using Numbers = Pack<Real, Bytes>;                                      ///< a pack
    static constexpr std::size_t columns = Columns;                         ///< of a strip
    static constexpr Real lowest = -std::numeric_limits<Real>::infinity();  ///< the maximum of nothing
    using Packs<Real, Bytes>::lanes, Packs<Real, Bytes>::load, Packs<Real, Bytes>::store;

    /// `Count` rows of C by two packs: they stay in registers from the first term to the last.
    ///
    /// \tparam Count  rows of C
    /// \tparam Down   whether A lies as C does, row by row; otherwise its rows are columns in memory
    /// \param depth     how many terms
    /// \param A         its factors
    /// \param a_stride  from one row in memory to the next
    /// \param B         two packs for each term
    /// \param b_stride  from one term's to the next
    /// \param C         the sums
    /// \param c_stride  from one row to the next
    /// \param add       to what C is, or instead of it; the new terms are summed first, which is more exact
    template <std::size_t Count, bool Down>
    static void multiply(std::size_t depth, const Real* A, std::size_t a_stride, const Real* B, std::size_t b_stride,
                         Real* C, std::size_t c_stride, bool add)
    {
        Numbers left[Count];
        Numbers right[Count];
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Count; ++i) {
            left[i] = Numbers{};
            right[i] = Numbers{};
        }
        // Values lie far apart, so what is needed soon is asked for now. Rows a whole page apart would push each other out.
        [[maybe_unused]] const std::size_t ahead = b_stride * sizeof(Real) % 4096 == 0 ? 0 : 24 * b_stride;
        for (std::size_t k = 0; k < depth; ++k) {
            const Numbers b_left = load(B + k * b_stride);
            const Numbers b_right = load(B + k * b_stride + lanes);
            if constexpr (!Down) {
                __builtin_prefetch(B + k * b_stride + ahead);
                __builtin_prefetch(B + k * b_stride + ahead + lanes);
            }
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Count; ++i) {
                const Real a = Down ? A[i * a_stride + k] : A[k * a_stride + i];
                left[i] += a * b_left;
                right[i] += a * b_right;
            }
        }
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Count; ++i) {
            store(C + i * c_stride, add ? load(C + i * c_stride) + left[i] : left[i]);
            store(C + i * c_stride + lanes, add ? load(C + i * c_stride + lanes) + right[i] : right[i]);
        }
    }

    /// Keys with the queries of a strip: `Rows` keys at a time, then a third of that, then one.
    static void score(common::Tile<const Real> K, const Real* queries, common::Tile<Real> S)
    {
        constexpr std::size_t some = Rows / 3;
        std::size_t j = 0;
        for (; j + Rows <= K.rows; j += Rows)
            multiply<Rows, true>(K.columns, K.row(j), K.stride, queries, columns, S.row(j), S.stride, false);
        for (; j + some <= K.rows; j += some)
            multiply<some, true>(K.columns, K.row(j), K.stride, queries, columns, S.row(j), S.stride, false);
        for (; j < K.rows; ++j)
            multiply<1, true>(K.columns, K.row(j), K.stride, queries, columns, S.row(j), S.stride, false);
    }

    /// Values blended for the queries of a strip, at most `Rows` queries at a time.
    static void blend(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O)
    {
        constexpr std::size_t tiles = (columns + Rows - 1) / Rows;  // of equal height: a low one would be slow
        constexpr std::size_t some = (columns + tiles - 1) / tiles;
        constexpr std::size_t full = columns / some * some;
        for (std::size_t c = 0; c < V.columns; c += columns) {
            for (std::size_t i = 0; i < full; i += some)
                multiply<some, false>(V.rows, P.data + i, P.stride, V.data + c, V.stride, O.row(i) + c, O.stride, true);
            if constexpr (full < columns)
                multiply<columns - full, false>(V.rows, P.data + full, P.stride, V.data + c, V.stride, O.row(full) + c,
                                                O.stride, true);
        }
    }

    /// The running softmax for one pack of queries; each lane is a query, and none looks at another.
    static void absorb_pack(common::Tile<Real> S, Real* maximum, Real* sum, Real* keep)
    {
        const Numbers before = load(maximum);
        Numbers high = before;
        for (std::size_t j = 0; j < S.rows; ++j) {
            const Numbers next = load(S.row(j));
            high = next > high ? next : high;
        }
        const Numbers base = high == lowest ? Numbers{} : high;  // -infinity minus itself would be NaN
        Numbers sums{};
        for (std::size_t j = 0; j < S.rows; ++j) {
            const Numbers e = exponential<Real, Bytes>(load(S.row(j)) - base);
            store(S.row(j), e);
            sums += e;
        }
        const Numbers kept = exponential<Real, Bytes>(before - base);
        store(sum, kept * load(sum) + sums);
        store(maximum, high);
        store(keep, kept);
    }

    /// The running softmax of a strip.
    static void absorb(common::Tile<Real> S, Real* maximum, Real* sum, Real* keep)
    {
        for (std::size_t i = 0; i < columns; i += lanes)
            absorb_pack(S.columns_from(i, lanes), maximum + i, sum + i, keep + i);
    }

    /// All of them under one name.
    static constexpr TileKernels<Real> kernels(const char* name)
    {
        using Rowwise = RowLoops<Real, Bytes>;
        return {.name = name,
                .rows = Rows,
                .columns = columns,
                .lay_across = Turning<Real, Bytes, Columns>::lay_across,
                .score = score,
                .absorb = absorb,
                .blend = blend,
                .largest = Rowwise::largest,
                .exponentials = Rowwise::exponentials,
                .scale = Rowwise::scale,
                .all_finite = Rowwise::all_finite,
                .compare_rows = FewLoops<Real, Bytes>::compare_rows,
                .add_rows = FewLoops<Real, Bytes>::add_rows};
    }
};

}  // namespace attention
