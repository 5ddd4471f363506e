/// \file
/// Chapter 20: what it is worth that queries share keys: row by row against blocks, with few keys and with many.
#pragma once

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/best_seconds.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// Each query by itself: its whole row of scores, then softmax, then the weighted sum. The next row takes its place.
///
/// Softmax is that of rung 3, and so are the products, but for a vector: all that is missing is that queries share keys.
///
/// \param Q  queries, shape (n, d_k)
/// \param K  keys, shape (m, d_k), at least one
/// \param V  values, all of them numbers, shape (m, d_v)
/// \param O  where the output goes, shape (n, d_v)
inline void attend_row_by_row(common::Tile<const float> Q, common::Tile<const float> K, common::Tile<const float> V,
                              common::Tile<float> O)
{
    const TileKernels<float>& loops = rung_kernels<float>(Rung::panels);
    const float scale = scale_of(LongOptions<float>(), Q.columns);
    std::vector<float> row(K.rows);
    for (std::size_t i = 0; i < Q.rows; ++i) {
        const common::Tile<float> output = O.rows_from(i, 1);
        std::fill_n(output.data, output.columns, 0.0F);
        float maximum = -std::numeric_limits<float>::infinity();
        float sum = 0.0F;
        common::multiply_vector(scale, K, Q.row(i), row.data());
        absorb_block<float>({row.data(), 1, row.size(), row.size()}, &maximum, &sum, output, loops);
        common::add_vector_product(row.data(), V, output.data);
        loops.scale(output.data, output.columns, 1 / sum);
    }
}

/// Billions of additions and multiplications per second, on one thread.
struct SharingPace {
    double by_row = 0.0;     ///< a whole row of scores for each query: no key is shared
    double in_blocks = 0.0;  ///< rung 3: a block of queries shares what one of them fetches
};

/// Let both attend to the same keys, every query to every key. All they do not have in common is the sharing.
///
/// \param keys  at least 1
/// \param d     the size of queries, keys and values
inline SharingPace sharing_pace(std::size_t keys, std::size_t d)
{
    using common::tile_of;
    constexpr std::size_t few = 64;  // a query takes them all the same time, so a few are enough
    constexpr std::size_t many = 512;
    const MatrixOf<float> Q = random_matrix<float>(1, many, d);
    const MatrixOf<float> K = random_matrix<float>(2, keys, d);
    const MatrixOf<float> V = random_matrix<float>(3, keys, d);
    MatrixOf<float> O = xt::zeros<float>({many, d});
    LongOptions<float> options;
    options.threads = 1;
    const auto gflops = [&](std::size_t queries, double seconds) {
        return 4e-9 * static_cast<double>(queries * keys * d) / seconds;
    };
    const auto by_row = [&] {
        attend_row_by_row(tile_of(Q).rows_from(0, few), tile_of(K), tile_of(V), tile_of(O).rows_from(0, few));
    };
    const auto in_blocks = [&] {
        blocked_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options,
                                 rung_kernels<float>(Rung::panels));
    };
    return {gflops(few, best_seconds(2, 1, by_row)), gflops(many, best_seconds(2, 1, in_blocks))};
}

}  // namespace attention
