/// \file
/// Chapter 20: the products of a strip by plain loops: a rung of the ladder, before sums stay in registers.
#pragma once

#include "common/tile.hpp"

#include <cstddef>

namespace attention
{

/// Loops over strips of `Columns` queries side by side. The compiler may do several of them at once.
template <typename Real, std::size_t Columns>
struct PanelLoops {
    /// Each key with the queries of a strip. Every sum is fetched and put back for every term.
    ///
    /// \param K        keys, shape (keys, d_k)
    /// \param queries  coordinate by coordinate, shape (d_k, Columns)
    /// \param S        where the scores go, shape (keys, Columns)
    static void score(common::Tile<const Real> K, const Real* queries, common::Tile<Real> S)
    {
        for (std::size_t j = 0; j < K.rows; ++j) {
            Real* sums = S.row(j);
            for (std::size_t i = 0; i < Columns; ++i) sums[i] = 0;
            for (std::size_t k = 0; k < K.columns; ++k) {
                const Real key = K.row(j)[k];
                for (std::size_t i = 0; i < Columns; ++i) sums[i] += key * queries[k * Columns + i];
            }
        }
    }

    /// O = O + P^T V.
    ///
    /// \param P  weights, shape (keys, Columns)
    /// \param V  values, shape (keys, d_v)
    /// \param O  shape (Columns, d_v)
    static void blend(common::Tile<const Real> P, common::Tile<const Real> V, common::Tile<Real> O)
    {
        for (std::size_t j = 0; j < V.rows; ++j) {
            for (std::size_t i = 0; i < Columns; ++i) {
                const Real weight = P.row(j)[i];
                for (std::size_t c = 0; c < V.columns; ++c) O.row(i)[c] += weight * V.row(j)[c];
            }
        }
    }
};

}  // namespace attention
