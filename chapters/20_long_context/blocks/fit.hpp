/// \file
/// Chapter 20: whether queries, keys and values fit together, checked in one place.
#pragma once

#include "common/require.hpp"
#include "common/tile.hpp"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <string>

namespace attention
{

/// What keeps queries, keys and values from fitting together, in a sentence; nothing where they fit.
///
/// \tparam Rows  anything of rows and columns: a tile, or the heads of a batch
/// \param Q      queries, shape (n, d_k)
/// \param K      keys, shape (m, d_k)
/// \param V      values, shape (m, d_v)
template <typename Rows>
std::optional<std::string> misfit(const Rows& Q, const Rows& K, const Rows& V)
{
    if (Q.columns != K.columns)
        return fmt::format("Q has d_k = {} but K has {}; queries and keys need the same", Q.columns, K.columns);
    if (K.rows != V.rows) return fmt::format("there are {} keys but {} values; each key needs one", K.rows, V.rows);
    return std::nullopt;
}

/// \throws std::invalid_argument  unless Q, K, V and the output O fit together
template <typename Real>
void require_fit(const char* function, common::Tile<const Real> Q, common::Tile<const Real> K,
                 common::Tile<const Real> V, common::Tile<Real> O)
{
    if (const auto wrong = misfit(Q, K, V)) throw std::invalid_argument(fmt::format("{}: {}", function, *wrong));
    common::require(O.rows == Q.rows && O.columns == V.columns,
                    "{}: the output is ({}, {}), with Q and V it must be ({}, {})", function, O.rows, O.columns, Q.rows,
                    V.columns);
}

}  // namespace attention
