/// \file
/// Chapter 12: the causal mask as a user of xtensor writes it.
#pragma once

#include "12_masks/masks.hpp"

#include "common/tensor.hpp"

#include <cstddef>

namespace attention::in_xtensor
{

/// The causal mask: what lies below a diagonal is kept, the rest becomes false.
///
/// \param n          queries
/// \param m          keys
/// \param alignment  which key each query is at
/// \return           true = may attend, shape (n, m)
inline BoolMatrix causal_mask(std::size_t n, std::size_t m, Alignment alignment = Alignment::top_left)
{
    const BoolMatrix everything = xt::ones<bool>({n, m});
    const int diagonal = alignment == Alignment::top_left ? 0 : static_cast<int>(m) - static_cast<int>(n);
    return xt::tril(everything, diagonal);
}

}  // namespace attention::in_xtensor
