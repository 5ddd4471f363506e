/// \file
/// Chapter 20: how keys are laid out for the inner loops, small enough to look at.
#pragma once

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// Keys in panels: the first coordinates of `columns` neighbouring keys side by side, then their second ones, and so on.
///
/// The fast form lays out its keys like this, `columns` being what its processor likes. Missing keys of the last panel are 0.
///
/// \param K        keys, shape (m, d_k)
/// \param columns  keys of a panel, at least 1
/// \return         the numbers in the order they have in memory
inline Vector packed_keys(const Matrix& K, std::size_t columns)
{
    const std::size_t panels = (K.shape(0) + columns - 1) / columns;
    Vector packed = xt::zeros<double>({panels * columns * K.shape(1)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const std::size_t panel = j / columns * columns * K.shape(1);  // where the panel of key j begins
        for (std::size_t c = 0; c < K.shape(1); ++c) packed(panel + c * columns + j % columns) = K(j, c);
    }
    return packed;
}

}  // namespace attention
