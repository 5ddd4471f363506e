/// \file
/// Chapter 20: one attention for each head of each sequence in a batch.
#pragma once

#include "20_long_context/blocks/fit.hpp"

#include "common/require.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <stdexcept>

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

/// Queries, keys and values of a batch that fit together: a function that gets one need not check again.
///
/// Where K and V have fewer heads than Q, neighbouring heads of Q share one of theirs: grouped queries (Ainslie et al. 2023),
/// and with a single head of K and V, multi-query attention (Shazeer 2019).
template <typename Real>
struct Problem {
    const Heads<const Real> Q;  ///< shape (batch, heads, n, d_k)
    const Heads<const Real> K;  ///< shape (batch, fewer heads, m, d_k), a number that divides Q's heads
    const Heads<const Real> V;  ///< shape (batch, heads of K, m, d_v)

    /// \throws std::invalid_argument  unless they fit; the message is one sentence about Q, K and V, without a function's name
    Problem(Heads<const Real> queries, Heads<const Real> keys, Heads<const Real> values)
        : Q(queries), K(keys), V(values)
    {
        if (const auto wrong = misfit(Q, K, V)) throw std::invalid_argument(*wrong);
        common::require(Q.batch == K.batch && Q.batch == V.batch,
                        "Q has {} sequences, K has {} and V has {}; all need the same", Q.batch, K.batch, V.batch);
        common::require(K.heads == V.heads && K.heads > 0 && Q.heads % K.heads == 0,
                        "Q has {} heads, K has {} and V has {}; K and V need the same number, and it must divide that "
                        "of Q",
                        Q.heads, K.heads, V.heads);
    }
};

/// Attend once for each head of each sequence.
///
/// \param problem  queries, keys and values
/// \param O        where the output goes, shape (batch, heads, n, d_v)
/// \param form     called with the tiles Q, K, V, O of a head, the sequence, and the head of Q
template <typename Real, typename Form>
void attend_heads(const Problem<Real>& problem, Heads<Real> O, Form form)
{
    const auto& [Q, K, V] = problem;
    const std::size_t group = Q.heads / K.heads;
    for (std::size_t b = 0; b < Q.batch; ++b) {
        for (std::size_t h = 0; h < Q.heads; ++h)
            form(Q.of(b, h), K.of(b, h / group), V.of(b, h / group), O.of(b, h), b, h);
    }
}

}  // namespace attention
