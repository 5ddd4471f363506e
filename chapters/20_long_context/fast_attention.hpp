/// \file
/// Chapter 20: the same blocks without BLAS, laid out for the processor's registers and caches.
#pragma once

#include "20_long_context/options.hpp"

#include "common/tile.hpp"

namespace attention
{

/// Exact attention, as `blocked_attention` has it, faster.
///
/// K and V are copied once into panels that the inner loops read from end to end; beside them nothing grows. The result does
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
