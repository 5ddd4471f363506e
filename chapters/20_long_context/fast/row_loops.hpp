/// \file
/// Chapter 20: inner loops over rows as they lie in memory: for the forms on BLAS, and for few queries.
#pragma once

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/packs.hpp"

#include "common/tile.hpp"

#include <cstddef>
#include <limits>

namespace attention
{

/// Loops over packs of `Bytes` bytes. What they do, `TileKernels` says.
template <typename Real, int Bytes>
struct RowLoops : private Packs<Real, Bytes> {
    using Numbers = Pack<Real, Bytes>;                                      ///< a pack
    static constexpr Real lowest = -std::numeric_limits<Real>::infinity();  ///< the maximum of nothing
    using Packs<Real, Bytes>::lanes, Packs<Real, Bytes>::load, Packs<Real, Bytes>::store;

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
        Real sum = Packs<Real, Bytes>::template sum_of<Bytes>(sums);
        for (; j < count; ++j) {  // the last few, each in its own pack
            x[j] = exponential<Real, Bytes>(Numbers{} + (x[j] - maximum))[0];
            sum += x[j];
        }
        return sum;
    }

    /// Whether there is no NaN and no infinity: 0 times such a number is not 0.
    static bool all_finite(const Real* x, std::size_t count)
    {
        Numbers zeros{};
        Numbers more{};
        std::size_t j = 0;
        for (; j + 2 * lanes <= count; j += 2 * lanes) {
            zeros += Real{0} * load(x + j);
            more += Real{0} * load(x + j + lanes);
        }
        Real zero = Packs<Real, Bytes>::template sum_of<Bytes>(zeros + more);
        for (; j < count; ++j) zero += Real{0} * x[j];
        return zero == Real{0};
    }

    /// Multiply numbers by a factor.
    static void scale(Real* x, std::size_t count, Real factor)
    {
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) store(x + j, load(x + j) * factor);
        for (; j < count; ++j) x[j] *= factor;
    }

    /// Some keys, `Keys` of them, with one query. The query is loaded once for all.
    ///
    /// \param q       the query
    /// \param K       all keys, shape (keys, d_k)
    /// \param first   the first of those to compare
    /// \param apart   from one of them to the next
    /// \param scores  of all keys; those of these keys are set
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
            score = Packs<Real, Bytes>::template sum_of<Bytes>(sums[j]);
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
};

}  // namespace attention
