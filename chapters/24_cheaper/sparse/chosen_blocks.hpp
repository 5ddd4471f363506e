/// \file
/// Chapter 24: keys in blocks. A query looks at the mean key of each block first, and then into the best of them only.
#pragma once

#include "24_cheaper/sparse/top_k.hpp"

#include "01_similarity/similarity.hpp"

#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// The mean key of each block.
///
/// \param K      keys, shape (m, d)
/// \param block  how many keys are a block, at least 1; the last block may have fewer
/// \return       shape (blocks, d)
inline Matrix mean_keys(const Matrix& K, std::size_t block)
{
    Matrix means = xt::zeros<double>({(K.shape(0) + block - 1) / block, K.shape(1)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const std::size_t members = std::min(block, K.shape(0) - j / block * block);
        for (std::size_t c = 0; c < K.shape(1); ++c) means(j / block, c) += K(j, c) / static_cast<double>(members);
    }
    return means;
}

/// The keys that a query looks at: those of the blocks whose mean keys have the largest scores with it.
///
/// Choosing blocks by their mean key is what Lu et al. 2025 do, "MoBA" (https://arxiv.org/abs/2502.13189).
///
/// \param q       the query, shape (d)
/// \param means   the mean key of each block, shape (blocks, d)
/// \param block   how many keys are a block
/// \param chosen  how many blocks are looked at
/// \param m       keys in all
/// \return        places of keys, block by block, the best block first
inline std::vector<std::size_t> keys_of_best_blocks(const Vector& q, const Matrix& means, std::size_t block,
                                                    std::size_t chosen, std::size_t m)
{
    std::vector<std::size_t> places;
    for (const std::size_t b : largest_places(score_row(q, means), chosen)) {
        for (std::size_t j = b * block; j < std::min(m, (b + 1) * block); ++j) places.push_back(j);
    }
    return places;
}

}  // namespace attention
