/// \file
/// Chapter 24: causal linear attention on BLAS: by pairs within a chunk of tokens, by the state for all before it.
#pragma once

#include "common/tile.hpp"

#include <cstddef>

namespace attention
{

/// Causal linear attention with elu + 1, in chunks.
///
/// The order of the products changes at the edge of a chunk: Hua et al. 2022 (https://arxiv.org/abs/2202.10447), Sun et
/// al. 2023 (https://arxiv.org/abs/2307.08621), Yang et al. 2023 (https://arxiv.org/abs/2312.06635).
///
/// \param Q      queries, shape (n, d)
/// \param K      keys, shape (n, d)
/// \param V      values, shape (n, d_v)
/// \param O      where the output goes, shape (n, d_v)
/// \param chunk  tokens in a chunk, at least 1
template <typename Real>
void linear_attention_in_chunks(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                                common::Tile<Real> O, std::size_t chunk = 32);

}  // namespace attention
