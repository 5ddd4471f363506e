/// \file
/// Chapter 20: how queries are laid out for the inner loops, small enough to look at.
#pragma once

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// Queries in panels: the first coordinates of `columns` neighbouring queries side by side, then their second ones, and so on.
///
/// The fast form lays out its queries like this, `columns` being what its processor likes. Missing queries of the last panel
/// are 0.
///
/// \param Q        queries, shape (n, d_k)
/// \param columns  queries of a panel, at least 1
/// \return         the numbers in the order they have in memory
inline Vector packed_queries(const Matrix& Q, std::size_t columns)
{
    const std::size_t panels = (Q.shape(0) + columns - 1) / columns;
    Vector packed = xt::zeros<double>({panels * columns * Q.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const std::size_t panel = i / columns * columns * Q.shape(1);  // where the panel of query i begins
        for (std::size_t c = 0; c < Q.shape(1); ++c) packed(panel + c * columns + i % columns) = Q(i, c);
    }
    return packed;
}

}  // namespace attention
