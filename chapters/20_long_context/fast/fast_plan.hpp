/// \file
/// Chapter 20: how the fast form cuts its work, so that what is used together stays in a cache together.
#pragma once

#include "20_long_context/fast/strip.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/parallel.hpp"

#include <algorithm>
#include <cstddef>

namespace attention
{

/// How many queries a block has: few enough that every thread gets several blocks, and that they stay in the second cache.
template <typename Real>
std::size_t block_size(std::size_t n, std::size_t each, int threads, std::size_t columns)
{
    constexpr std::size_t cache = std::size_t{256} * 1024;  // bytes; keys, values and scores need room, too
    const auto workers = static_cast<std::size_t>(threads == 0 ? common::processors() : threads);
    const std::size_t most = std::max(columns, cache / (each * sizeof(Real)) / columns * columns);
    return std::clamp(rounded_up(n / (4 * workers), columns), columns, std::min<std::size_t>(most, 256));
}

/// How many keys are worked on at a time: few enough that they and their values stay in the second cache with everything else.
template <typename Real>
std::size_t keys_of_block(std::size_t each)
{
    constexpr std::size_t cache = std::size_t{1000} * 1024;
    return std::clamp<std::size_t>(cache / (each * sizeof(Real)) / 12 * 12, 48, 384);
}

/// How the fast form cuts its work into blocks, and how much room it takes besides Q, K, V and the output.
struct FastPlan {
    std::size_t strip = 0;    ///< queries side by side; their scores are made at once
    std::size_t queries = 0;  ///< of a block, several strips that share the keys in a cache; the last may have fewer
    std::size_t keys = 0;     ///< of a block; likewise
    std::size_t each = 0;     ///< numbers that a thread needs: its queries, their m, l and o, and the scores of a strip
};

/// What the fast form will do.
///
/// \param n        queries, of all heads together
/// \param d_k      the size of a query
/// \param d_v      the size of a value
/// \param threads  0: one for each processor
/// \param kernels  the inner loops
template <typename Real>
FastPlan fast_plan(std::size_t n, std::size_t d_k, std::size_t d_v, int threads,
                   const TileKernels<Real>& kernels = tile_kernels<Real>())
{
    const std::size_t width = rounded_up(d_v, kernels.columns);
    const std::size_t queries = block_size<Real>(n, d_k + 2 + width, threads, kernels.columns);
    const std::size_t keys = keys_of_block<Real>(d_k + width + 1);
    const std::size_t strips = queries / kernels.columns;
    return {kernels.columns, queries, keys,
            strips * Strip<Real>::size(kernels.columns, d_k, width) + keys * (kernels.columns + width)};
}

}  // namespace attention
