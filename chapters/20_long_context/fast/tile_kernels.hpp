/// \file
/// Chapter 20: the three loops in which attention spends its time, made for the processor at hand.
#pragma once

#include "common/tile.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// The inner loops, for one type of number and one kind of processor.
///
/// Most work on a *strip*: `columns` queries side by side, a lane of a register for each. Scores of a strip have a row for each
/// key. Rows of numbers may lie anywhere; only strips have to be as wide as that.
template <typename Real>
struct TileKernels {
    const char* name;     ///< the kind of processor: avx512, avx2, neon or baseline
    std::size_t rows;     ///< keys, or queries, whose sums are in registers together
    std::size_t columns;  ///< of a strip: queries side by side; and coordinates of the values taken together

    /// Lay queries side by side.
    /// \param Q        at most `columns` of them, shape (rows, d_k)
    /// \param factor   of every coordinate
    /// \param queries  where they go, coordinate by coordinate, shape (d_k, columns); missing queries are 0
    void (*lay_across)(common::Tile<const Real> Q, Real factor, Real* queries);

    /// Keys with the queries of a strip.
    /// \param K        keys, shape (keys, d_k)
    /// \param queries  coordinate by coordinate, `columns` queries each: shape (d_k, columns)
    /// \param S        where the scores go, shape (keys, columns)
    void (*score)(common::Tile<const Real> K, const Real* queries, common::Tile<Real> S);

    /// The running softmax over the scores of a strip.
    /// \param S        shape (keys, columns); each score becomes exp(score - m)
    /// \param maximum  m of each query; raised
    /// \param sum      l of each query; corrected, and the new terms added
    /// \param keep     what the output so far must be multiplied by, for each query
    void (*absorb)(common::Tile<Real> S, Real* maximum, Real* sum, Real* keep);

    /// O = O + P^T V for a strip.
    /// \param P  weights, shape (keys, columns)
    /// \param V  values, shape (keys, a multiple of `columns`)
    /// \param O  shape (columns, as V)
    void (*blend)(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O);

    /// The largest of some numbers; -infinity for none. NaN is passed over.
    Real (*largest)(const Real* x, std::size_t count);

    /// Replace each x_j by exp(x_j - maximum). \return their sum
    Real (*exponentials)(Real* x, std::size_t count, Real maximum);

    /// Multiply numbers by a factor.
    void (*scale)(Real* x, std::size_t count, Real factor);

    /// Whether there is no NaN and no infinity among some numbers.
    bool (*all_finite)(const Real* x, std::size_t count);

    /// Few queries with each key, without a strip. No score depends on what else is asked for.
    /// \param Q  shape (queries, d_k)
    /// \param K  shape (keys, d_k)
    /// \param S  where the scores go, shape (queries, keys)
    void (*compare_rows)(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<Real> S);

    /// O = O + P V for few queries, likewise.
    /// \param P  weights, shape (queries, keys)
    /// \param V  shape (keys, d_v)
    /// \param O  shape (queries, d_v)
    void (*add_rows)(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O);
};

/// The upper rungs of the ladder, each with one idea more than the one before.
enum class Rung {
    panels,       ///< queries side by side, plain loops, and std::exp
    registers,    ///< sums stay in registers
    exponential,  ///< the exponential of a whole register: all there is
};

/// The loops of a rung, made for this processor like those of `tile_kernels`.
template <typename Real>
const TileKernels<Real>& rung_kernels(Rung rung);

/// The kernels for this processor: the widest that it can run, or those that the environment variable `DOT_BY_DOT_SIMD`
/// names, if it can run them.
template <typename Real>
const TileKernels<Real>& tile_kernels();

/// All kernels that this processor can run, the widest first. The last ones run anywhere.
template <typename Real>
std::vector<const TileKernels<Real>*> usable_kernels();

}  // namespace attention
