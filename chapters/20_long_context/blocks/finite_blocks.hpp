/// \file
/// Chapter 20: which blocks of values are all numbers. Where there is a NaN or an infinity, a form has to look where it steps.
#pragma once

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// Whether there is no NaN and no infinity in a matrix.
template <typename Real>
bool all_finite(common::Tile<const Real> M)
{
    for (std::size_t i = 0; i < M.rows; ++i) {
        unsigned trouble = 0;  // NaN and infinity minus themselves are not 0
        for (std::size_t c = 0; c < M.columns; ++c) trouble |= M.row(i)[c] - M.row(i)[c] == Real{0} ? 0U : 1U;
        if (trouble != 0) return false;
    }
    return true;
}

/// For each block of values, whether there is no NaN and no infinity in it.
///
/// \param V     values, shape (m, d_v)
/// \param size  of a block; the last may have fewer
template <typename Real>
std::vector<bool> finite_blocks(common::Tile<const Real> V, std::size_t size)
{
    std::vector<bool> finite;
    for (std::size_t j = 0; j < V.rows; j += size)
        finite.push_back(all_finite(V.rows_from(j, std::min(size, V.rows - j))));
    return finite;
}

}  // namespace attention
