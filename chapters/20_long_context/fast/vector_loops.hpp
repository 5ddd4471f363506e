/// \file
/// Chapter 20: the inner loops, written once, for packs of any size. Compiled once for each kind of processor.
///
/// Each kind has its own size of pack, and so its own functions: the linker cannot mistake one made for a wide processor for
/// one that runs anywhere.
#pragma once

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tile.hpp"

#include <cstddef>
#include <cstring>
#include <limits>
#include <utility>

namespace attention
{

/// The inner loops over packs of `Bytes` bytes, `Rows` rows of a product at a time. (`Columns` is for `ElementLoops`.)
template <typename Real, int Bytes, std::size_t Rows, std::size_t Columns = 2 * Bytes / sizeof(Real)>
struct VectorLoops {
    using Numbers = Pack<Real, Bytes>;                                      ///< a pack
    static constexpr std::size_t lanes = Bytes / sizeof(Real);              ///< numbers in it
    static constexpr std::size_t columns = Columns;                         ///< of a strip
    static constexpr Real lowest = -std::numeric_limits<Real>::infinity();  ///< the maximum of nothing

    /// A pack from memory, aligned or not.
    static Numbers load(const Real* from)
    {
        Numbers numbers;
        std::memcpy(&numbers, from, sizeof numbers);
        return numbers;
    }

    /// A pack to memory.
    static void store(Real* to, Numbers numbers) { std::memcpy(to, &numbers, sizeof numbers); }

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

    /// `Count` rows of C by two packs: they stay in registers from the first term to the last.
    ///
    /// \tparam Count  rows of C
    /// \tparam Down   whether A lies as C does, row by row; otherwise its rows are columns in memory
    /// \param depth   how many terms
    /// \param A       its factors, `a_stride` from one row in memory to the next
    /// \param B       two packs for each term, `b_stride` apart
    /// \param C       rows `c_stride` apart
    /// \param add     to what C is, or instead of it; the new terms are summed first, which is more exact
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

    /// The largest of some numbers; NaN is passed over.
    static Real largest(const Real* x, std::size_t count)
    {
        Numbers high = Numbers{} + lowest;
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) {
            const Numbers next = load(x + j);
            high = next > high ? next : high;
        }
        Real result = lowest;
        for (std::size_t lane = 0; lane < lanes; ++lane) result = high[lane] > result ? high[lane] : result;
        for (; j < count; ++j) result = x[j] > result ? x[j] : result;
        return result;
    }

    /// exp(x - maximum) in the place of x. \return their sum
    static Real exponentials(Real* x, std::size_t count, Real maximum)
    {
        Numbers sums{};
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) {
            const Numbers e = exponential<Real, Bytes>(load(x + j) - maximum);
            store(x + j, e);
            sums += e;
        }
        Real sum = sum_of<Bytes>(sums);
        for (; j < count; ++j) {  // the last few, each in its own pack
            x[j] = exponential<Real, Bytes>(Numbers{} + (x[j] - maximum))[0];
            sum += x[j];
        }
        return sum;
    }

    /// Whether there is no NaN and no infinity: such a number minus itself is not 0.
    static bool all_finite(const Real* x, std::size_t count)
    {
        Numbers zeros{};
        Numbers more{};
        std::size_t j = 0;
        for (; j + 2 * lanes <= count; j += 2 * lanes) {
            zeros += load(x + j) - load(x + j);
            more += load(x + j + lanes) - load(x + j + lanes);
        }
        Real zero = sum_of<Bytes>(zeros + more);
        for (; j < count; ++j) zero += x[j] - x[j];
        return zero == Real{0};
    }

    /// Multiply numbers by a factor.
    static void scale(Real* x, std::size_t count, Real factor)
    {
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) store(x + j, load(x + j) * factor);
        for (; j < count; ++j) x[j] *= factor;
    }

    /// The numbers of a pack, added in pairs: the halves to each other, until one is left.
    template <int Size>
    static Real sum_of(Pack<Real, Size> pack)
    {
        if constexpr (Size == sizeof(Real)) {
            return pack[0];
        } else {
            Pack<Real, Size / 2> half;
            Pack<Real, Size / 2> other;
            std::memcpy(&half, &pack, sizeof half);
            std::memcpy(&other, reinterpret_cast<const char*>(&pack) + sizeof half, sizeof other);
            return sum_of<Size / 2>(half + other);
        }
    }

    /// Some keys, `Keys` of them, with one query. The query is loaded once for all.
    ///
    /// \param apart  from one of the keys to the next
    template <std::size_t Keys>
    static void compare_some(const Real* q, common::Tile<const Real> K, std::size_t first, std::size_t apart,
                             Real* scores)
    {
        Numbers sums[Keys]{};
        std::size_t c = 0;
        for (; c + lanes <= K.columns; c += lanes) {
            const Numbers part = load(q + c);
#pragma GCC unroll 8
            for (std::size_t j = 0; j < Keys; ++j) sums[j] += part * load(K.row(first + j * apart) + c);
        }
        for (std::size_t j = 0; j < Keys; ++j) {
            Real& score = scores[first + j * apart];
            score = sum_of<Bytes>(sums[j]);
            for (std::size_t rest = c; rest < K.columns; ++rest) score += q[rest] * K.row(first + j * apart)[rest];
        }
    }

    /// One query with keys as they lie in memory: from four places at a time, which keeps more of the memory busy than one.
    static void compare_rows(const Real* q, common::Tile<const Real> K, Real* scores)
    {
        constexpr std::size_t places = 4;
        const std::size_t apart = K.rows / places;
        for (std::size_t j = 0; j < apart; ++j) compare_some<places>(q, K, j, apart, scores);
        for (std::size_t j = places * apart; j < K.rows; ++j) compare_some<1>(q, K, j, 1, scores);
    }

    /// `Packs` packs of o, from coordinate c on; they stay in registers while all values go past.
    template <std::size_t Packs>
    static void add_some(const Real* weights, common::Tile<const Real> V, std::size_t c, Real* o)
    {
        Numbers sums[Packs];
        for (std::size_t p = 0; p < Packs; ++p) sums[p] = Numbers{};
        for (std::size_t j = 0; j < V.rows; ++j) {
#pragma GCC unroll 8
            for (std::size_t p = 0; p < Packs; ++p) sums[p] += weights[j] * load(V.row(j) + c + p * lanes);
        }
        for (std::size_t p = 0; p < Packs; ++p) store(o + c + p * lanes, load(o + c + p * lanes) + sums[p]);
    }

    /// o = o + weights V, the values as they lie in memory; four packs at a time.
    static void add_rows(const Real* weights, common::Tile<const Real> V, Real* o)
    {
        std::size_t c = 0;
        for (; c + 4 * lanes <= V.columns; c += 4 * lanes) add_some<4>(weights, V, c, o);
        for (; c + lanes <= V.columns; c += lanes) add_some<1>(weights, V, c, o);
        for (; c < V.columns; ++c) {
            Real sum = 0;
            for (std::size_t j = 0; j < V.rows; ++j) sum += weights[j] * V.row(j)[c];
            o[c] += sum;
        }
    }

    /// All of them under one name.
    static constexpr TileKernels<Real> kernels(const char* name)
    {
        return {.name = name,
                .rows = Rows,
                .columns = columns,
                .lay_across = lay_across,
                .score = score,
                .absorb = absorb,
                .blend = blend,
                .largest = largest,
                .exponentials = exponentials,
                .scale = scale,
                .all_finite = all_finite,
                .compare_rows = compare_rows,
                .add_rows = add_rows};
    }
};

}  // namespace attention
