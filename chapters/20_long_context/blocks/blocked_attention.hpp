/// \file
/// Chapter 20: exact attention in blocks, the clear form. No row of scores is ever all there.
#pragma once

#include "20_long_context/blocks/fit.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/troubled_values.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/parallel.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

inline constexpr std::size_t queries_at_once = 256;  ///< of a block; with fewer, BLAS would spend its time on packing
inline constexpr std::size_t keys_at_once = 512;     ///< of a block; 256 by 512 scores stay in the second cache

/// The running softmax of chapter 19 over a block of scores, one query per row.
///
/// \param scores   of `scores.columns` keys; they become exp(score - m)
/// \param maximum  m of each query so far; changed
/// \param sum      l of each query so far; changed
/// \param output   o of each query so far; corrected where m rose
/// \param loops    for the rows
template <typename Real>
void absorb_block(common::Tile<Real> scores, Real* maximum, Real* sum, common::Tile<Real> output,
                  const TileKernels<Real>& loops = tile_kernels<Real>())
{
    constexpr Real nothing = -std::numeric_limits<Real>::infinity();
    for (std::size_t r = 0; r < scores.rows; ++r) {
        const Real next = std::max(maximum[r], loops.largest(scores.row(r), scores.columns));
        const Real base = next == nothing ? Real{0} : next;  // -infinity minus itself would be NaN
        const Real keep = next == maximum[r] ? Real{1} : std::exp(maximum[r] - base);
        sum[r] = keep * sum[r] + loops.exponentials(scores.row(r), scores.columns, base);
        if (keep != Real{1}) loops.scale(output.row(r), output.columns, keep);
        maximum[r] = next;
    }
}

/// Change the scores of a block where `options` asks for it, and hide the keys that come after their query.
///
/// \param scores   of some queries for some keys; changed
/// \param i        the first of these queries
/// \param n        queries in all
/// \param j        the first of these keys
/// \param m        keys in all
/// \param options  what is to be changed and hidden
template <typename Real>
void hide_and_change(common::Tile<Real> scores, std::size_t i, std::size_t n, std::size_t j, std::size_t m,
                     const LongOptions<Real>& options)
{
    for (std::size_t r = 0; r < scores.rows; ++r) {
        if (options.change) options.change(i + r, j, scores.row(r), scores.columns);
        const std::size_t visible = std::max(j, visible_keys(i + r, n, m, options.causal));
        const std::size_t shown = std::min(scores.columns, visible - j);
        std::fill(scores.row(r) + shown, scores.row(r) + scores.columns, -std::numeric_limits<Real>::infinity());
    }
}

/// Some queries, scaled: before the product, so that no score overflows that need not.
///
/// \param Q      queries, shape (rows, d_k)
/// \param scale  of their scores
/// \return       as many numbers, row by row
template <typename Real>
std::vector<Real> scaled(common::Tile<const Real> Q, Real scale)
{
    std::vector<Real> queries;
    queries.reserve(Q.rows * Q.columns);
    for (std::size_t r = 0; r < Q.rows; ++r) {
        for (std::size_t c = 0; c < Q.columns; ++c) queries.push_back(scale * Q.row(r)[c]);
    }
    return queries;
}

/// output = output + P V, where some values are not all numbers: these go only to those who may see them.
///
/// \param P         weights, shape (rows, keys)
/// \param V         the values of these keys, shape (keys, d_v)
/// \param troubled  which of them are not all numbers
/// \param seen      who may see those
/// \param output    shape (rows, d_v); changed
template <typename Real>
void add_blend(common::Tile<const Real> P, common::Tile<const Real> V, const Troubled& troubled,
               const std::vector<Sight>& seen, common::Tile<Real> output)
{
    std::vector<Real> room(troubled.empty() ? 0 : V.rows * V.columns);
    common::add_product(P, troubled.empty() ? V : cleaned(V, troubled, V.columns, room.data()), output);
    for (const Sight& sight : seen)
        add_value(P.row(sight.query)[sight.key], V.row(sight.key), output.row(sight.query), V.columns);
}

/// A block of queries over all keys that any of them may see. The output itself serves as o.
///
/// \param Q         queries, shape (n, d_k)
/// \param K         keys, shape (m, d_k)
/// \param V         values, shape (m, d_v)
/// \param troubled  the values that are not all numbers
/// \param O         where the output goes, shape (n, d_v)
/// \param i         the first query of the block
/// \param rows      how many
/// \param options   scale, causal mask, changes of scores
/// \param loops     for the rows of scores
template <typename Real>
void attend_block(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                  const Troubled& troubled, common::Tile<Real> O, std::size_t i, std::size_t rows,
                  const LongOptions<Real>& options, const TileKernels<Real>& loops = tile_kernels<Real>())
{
    std::vector<Real> queries = scaled(Q.rows_from(i, rows), scale_of(options, Q.columns));
    std::vector<Real> room(rows * keys_at_once);
    std::vector<Real> maximum(rows, -std::numeric_limits<Real>::infinity());
    std::vector<Real> sum(rows, Real{0});
    const common::Tile<Real> output = O.rows_from(i, rows);  // (rows, d_v)
    for (std::size_t r = 0; r < rows; ++r) std::fill_n(output.row(r), output.columns, Real{0});

    const std::size_t end = visible_keys(i + rows - 1, Q.rows, K.rows, options.causal);
    for (std::size_t j = 0; j < end; j += keys_at_once) {
        const std::size_t keys = std::min(keys_at_once, end - j);
        const common::Tile<Real> scores{room.data(), rows, keys, keys};  // (rows, keys)
        common::multiply_transposed(Real{1}, {queries.data(), rows, Q.columns, Q.columns}, K.rows_from(j, keys),
                                    scores);
        hide_and_change(scores, i, Q.rows, j, K.rows, options);
        const Troubled here = troubled_in(troubled, j, keys);
        const std::vector<Sight> seen =
            sights(rows, keys, here, [&scores](std::size_t query, std::size_t key) { return scores.row(query)[key]; });
        absorb_block(scores, maximum.data(), sum.data(), output, loops);
        add_blend<Real>(scores, V.rows_from(j, keys), here, seen, output);
    }
    for (std::size_t r = 0; r < rows; ++r) {
        if (sum[r] != Real{0}) loops.scale(output.row(r), output.columns, 1 / sum[r]);
    }
}

/// Do some work for each block of queries, on several threads, and report how much of it is done.
///
/// \param n        queries in all
/// \param size     queries of a block, at least 1; the last block may have fewer
/// \param options  threads and progress
/// \param work     called with the first query of a block, and how many there are
template <typename Real, typename Work>
void for_each_block(std::size_t n, std::size_t size, const LongOptions<Real>& options, Work work)
{
    const std::size_t blocks = (n + size - 1) / size;
    std::atomic<std::size_t> done = 0;
    common::in_parallel(blocks, options.threads, [&](std::size_t block) {
        const std::size_t i = (blocks - 1 - block) * size;  // the last first: causal, they have most to do
        work(i, std::min(size, n - i));
        if (options.progress) options.progress(static_cast<double>(++done) / static_cast<double>(blocks));
    });
}

/// Exact attention in memory that does not grow with n m: blocks of queries over blocks of keys, and chapter 19's running
/// state in between.
///
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \param O        where the output goes, shape (n, d_v); 0 for a query that may see nothing
/// \param options  scale, causal mask, changes of scores, threads
/// \param loops    for the rows of scores; those of a lower rung are slower
/// \throws std::invalid_argument  unless the shapes fit
/// Rabe, Staats 2021; Dao et al. 2022, FlashAttention.
template <typename Real>
void blocked_attention(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                       common::Tile<Real> O, const LongOptions<Real>& options = {},
                       const TileKernels<Real>& loops = tile_kernels<Real>())
{
    require_fit("blocked_attention", Q, K, V, O);
    const Troubled troubled = troubled_values(V);
    for_each_block(Q.rows, queries_at_once, options, [&](std::size_t i, std::size_t rows) {
        attend_block(Q, K, V, troubled, O, i, rows, options, loops);
    });
}

}  // namespace attention
