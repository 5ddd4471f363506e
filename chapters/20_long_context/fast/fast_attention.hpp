/// \file
/// Chapter 20: the same blocks without BLAS, laid out for the processor's registers and caches.
#pragma once

#include "20_long_context/blocks/options.hpp"

#include "common/tile.hpp"

#include <cstddef>

namespace attention
{

/// How the fast form cuts its work into blocks, and how much room it takes besides Q, K, V and the output.
struct FastPlan {
    std::size_t queries = 0;  ///< of a block; the last may have fewer
    std::size_t keys = 0;     ///< of a block; likewise
    std::size_t panels = 0;   ///< numbers in its copy of K and V
    std::size_t each = 0;     ///< numbers that a thread needs for its block: queries, scores, outputs, maxima and sums
};

/// What the fast form will do.
///
/// \param n        queries
/// \param m        keys
/// \param d_k      the size of a query
/// \param d_v      the size of a value
/// \param threads  0: one for each processor
template <typename Real>
FastPlan fast_plan(std::size_t n, std::size_t m, std::size_t d_k, std::size_t d_v, int threads);

/// Exact attention, as in `blocked_attention`, but faster.
///
/// K and V are copied once into panels that the inner loops read from end to end; nothing else grows with n. The result does
/// not depend on the number of threads.
///
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \param O        where the output goes, shape (n, d_v); 0 for a query that may see nothing
/// \param options  scale, causal mask, changes of scores, threads
/// \throws std::invalid_argument  unless the shapes fit
template <typename Real>
void fast_attention(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                    common::Tile<Real> O, const LongOptions<Real>& options = {});

}  // namespace attention
