/// \file
/// Chapter 20: the same blocks without BLAS, laid out for the processor's registers and caches.
#pragma once

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/heads.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tile.hpp"

#include <cstddef>
#include <functional>

namespace attention
{

/// Exact attention, as in `blocked_attention`, but faster.
///
/// Nothing is copied but the queries of a block, so no memory grows with n. The result does not depend on the number of
/// threads.
///
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \param O        where the output goes, shape (n, d_v); 0 for a query that may see nothing
/// \param options  scale, causal mask, changes of scores, threads
/// \param kernels  the inner loops; those of a lower rung are slower
/// \throws std::invalid_argument  unless the shapes fit
template <typename Real>
void fast_attention(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                    common::Tile<Real> O, const LongOptions<Real>& options = {},
                    const TileKernels<Real>& kernels = tile_kernels<Real>());

/// What is asked for of each head.
template <typename Real>
using OptionsOf = std::function<LongOptions<Real>(std::size_t sequence, std::size_t head)>;

/// All heads of a batch. The threads share out heads and blocks alike, so that many short sequences keep them busy, too.
///
/// \param problem     queries, keys and values
/// \param O           where the output goes, shape (batch, heads, n, d_v)
/// \param options_of  what is asked for of each head of Q; the threads and the progress are those of the first
template <typename Real>
void fast_attention(const Problem<Real>& problem, Heads<Real> O, const OptionsOf<Real>& options_of);

}  // namespace attention
