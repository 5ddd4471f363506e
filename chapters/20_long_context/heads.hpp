/// \file
/// Chapter 20: one attention for each head of each sequence in a batch.
#pragma once

#include "common/require.hpp"
#include "common/tile.hpp"

#include <cstddef>

namespace attention
{

/// A matrix for each head of each sequence, one after the other in memory: shape (batch, heads, rows, columns).
template <typename Real>
struct Heads {
    Real* data = nullptr;     ///< the first number of the first head of the first sequence
    std::size_t batch = 1;    ///< sequences
    std::size_t heads = 1;    ///< of each sequence
    std::size_t rows = 0;     ///< queries, keys or values of a head
    std::size_t columns = 0;  ///< the size of each

    /// One head's matrix.
    common::Tile<Real> of(std::size_t sequence, std::size_t head) const
    {
        return {data + (sequence * heads + head) * rows * columns, rows, columns, columns};
    }
};

/// Attend once for each head of each sequence.
///
/// Where K and V have fewer heads than Q, neighbouring heads of Q share one of theirs: grouped queries (Ainslie et al. 2023),
/// and with a single head of K and V, multi-query attention (Shazeer 2019).
///
/// \param Q     shape (batch, heads, n, d_k)
/// \param K     shape (batch, fewer heads, m, d_k), a number that divides Q's heads
/// \param V     shape (batch, as many as K, m, d_v)
/// \param O     where the output goes, shape (batch, heads, n, d_v)
/// \param form  called with the tiles Q, K, V, O of a head, the sequence, and the head of Q
/// \throws std::invalid_argument  unless batches are the same and heads divide
template <typename Real, typename Form>
void attend_heads(Heads<const Real> Q, Heads<const Real> K, Heads<const Real> V, Heads<Real> O, Form form)
{
    common::require(Q.batch == K.batch && Q.batch == V.batch,
                    "attend_heads: Q has {} sequences, K has {} and V has {}; all need the same", Q.batch, K.batch,
                    V.batch);
    common::require(K.heads == V.heads && K.heads > 0 && Q.heads % K.heads == 0,
                    "attend_heads: Q has {} heads, K has {} and V has {}; K and V need the same number, and it must "
                    "divide that of Q",
                    Q.heads, K.heads, V.heads);
    const std::size_t group = Q.heads / K.heads;
    for (std::size_t b = 0; b < Q.batch; ++b) {
        for (std::size_t h = 0; h < Q.heads; ++h)
            form(Q.of(b, h), K.of(b, h / group), V.of(b, h / group), O.of(b, h), b, h);
    }
}

}  // namespace attention
