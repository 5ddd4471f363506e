/// \file
/// Chapter 20: values that are not all numbers. A NaN or an infinity must reach those who may see it, and nobody else, not even
/// as 0 times NaN; and it must not slow down all the rest.
#pragma once

#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// Places of values, from low to high.
using Troubled = std::vector<std::size_t>;

/// Which values have a NaN or an infinity in them.
///
/// \param V  values, shape (m, d_v)
template <typename Real>
Troubled troubled_values(common::Tile<const Real> V)
{
    const auto all_finite = tile_kernels<Real>().all_finite;
    const std::size_t at_once = V.stride == V.columns ? 64 : 1;  // where they lie one after the other, many at a time
    Troubled found;
    for (std::size_t j = 0; j < V.rows; j += at_once) {
        const std::size_t end = std::min(V.rows, j + at_once);
        if (all_finite(V.row(j), (end - j) * V.columns)) continue;
        for (std::size_t one = j; one < end; ++one) {
            if (!all_finite(V.row(one), V.columns)) found.push_back(one);
        }
    }
    return found;
}

/// Those of a block, counted from its first value.
///
/// \param troubled  of all values
/// \param j         the first value of the block
/// \param count     how many it has
inline Troubled troubled_in(const Troubled& troubled, std::size_t j, std::size_t count)
{
    Troubled found;
    for (auto next = std::ranges::lower_bound(troubled, j); next != troubled.end() && *next < j + count; ++next)
        found.push_back(*next - j);
    return found;
}

/// A copy of values: as wide as is asked for, with 0 at the end of each row, and for those that are not all numbers.
///
/// \param V         the values, shape (keys, d_v)
/// \param troubled  which of them are not all numbers
/// \param width     at least d_v
/// \param room      for the copy, keys * width numbers
template <typename Real>
common::Tile<const Real> cleaned(common::Tile<const Real> V, const Troubled& troubled, std::size_t width, Real* room)
{
    const common::Tile<Real> copy{room, V.rows, width, width};
    for (std::size_t j = 0; j < V.rows; ++j) {
        std::copy_n(V.row(j), V.columns, copy.row(j));
        std::fill(copy.row(j) + V.columns, copy.row(j) + width, Real{0});
    }
    for (const std::size_t j : troubled) std::fill_n(copy.row(j), width, Real{0});
    return copy;
}

/// A query that may see a key.
struct Sight {
    std::size_t key = 0;    ///< of a block
    std::size_t query = 0;  ///< likewise
};

/// Who may see some keys: wherever a score is not hidden.
///
/// \param queries  how many
/// \param keys     how many of them have scores
/// \param looked   the keys to look for; those without a score are passed over
/// \param score    called with a query and a key
template <typename Score>
std::vector<Sight> sights(std::size_t queries, std::size_t keys, const Troubled& looked, Score score)
{
    std::vector<Sight> found;
    for (const std::size_t key : looked) {
        for (std::size_t query = 0; query < queries && key < keys; ++query) {
            const auto seen = score(query, key);
            if (seen != -std::numeric_limits<decltype(seen)>::infinity()) found.push_back({key, query});
        }
    }
    return found;
}

/// o = o + weight v, for a value that `cleaned` left out.
template <typename Real>
void add_value(Real weight, const Real* v, Real* o, std::size_t d_v)
{
    for (std::size_t c = 0; c < d_v; ++c) o[c] += weight * v[c];
}

}  // namespace attention
