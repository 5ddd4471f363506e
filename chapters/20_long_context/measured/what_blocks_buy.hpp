/// \file
/// Chapter 20: how long a pair of a query and a key takes: key by key, row by row, and in blocks. One thread, processor time.
#pragma once

#include "19_online_softmax/online_attention.hpp"
#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/two_forms.hpp"

#include "common/parallel.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>
#include <vector>

namespace attention
{

/// Each query by itself: its whole row of scores, then softmax, then the weighted sum. The next row takes its place.
///
/// Softmax is the clear form's, and so are the products, but for a vector: all that is missing is that queries share keys.
///
/// \param Q  queries, shape (n, d_k)
/// \param K  keys, shape (m, d_k), at least one
/// \param V  values, all of them numbers, shape (m, d_v)
/// \param O  where the output goes, shape (n, d_v)
inline void attend_row_by_row(common::Tile<const float> Q, common::Tile<const float> K, common::Tile<const float> V,
                              common::Tile<float> O)
{
    const float scale = scale_of(LongOptions<float>(), Q.columns);
    std::vector<float> row(K.rows);
    for (std::size_t i = 0; i < Q.rows; ++i) {
        const common::Tile<float> output = O.rows_from(i, 1);
        std::fill_n(output.data, output.columns, 0.0F);
        float maximum = -std::numeric_limits<float>::infinity();
        float sum = 0.0F;
        common::multiply_vector(scale, K, Q.row(i), row.data());
        absorb_block<float>({row.data(), 1, row.size(), row.size()}, &maximum, &sum, output);
        common::add_vector_product(row.data(), V, output.data);
        tile_kernels<float>().scale(output.data, output.columns, 1 / sum);
    }
}

/// Nanoseconds of processor time for each pair of a query and a key.
struct PairTimes {
    double by_key = 0.0;  ///< chapter 19's loop, in double
    double by_row = 0.0;  ///< a whole row of scores for each query, in float like the next two
    double clear = 0.0;   ///< the clear form
    double fast = 0.0;    ///< the fast form
};

/// The smaller processor time of two runs, in nanoseconds per pair.
///
/// \param pairs  that the work looks at
/// \param work   to be run on a single thread
template <typename Work>
double nanoseconds_per_pair(std::size_t pairs, Work work)
{
    double least = std::numeric_limits<double>::infinity();
    for (int run = 0; run < 2; ++run) {
        const std::clock_t start = std::clock();
        common::in_parallel(1, 1, [&work](std::size_t) { work(); });  // BLAS keeps to one thread, too
        least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return 1e9 * least / static_cast<double>(pairs);
}

/// Let every form attend to the same keys, every query to every key, on one thread.
///
/// \param queries  for the forms in blocks, at least 64; a query takes the others the same time, so they get fewer
/// \param keys     at least 1
/// \param d        the size of queries, keys and values
inline PairTimes pair_times(std::size_t queries, std::size_t keys, std::size_t d)
{
    using common::tile_of;
    const MatrixOf<float> Q = random_matrix<float>(1, queries, d);
    const MatrixOf<float> K = random_matrix<float>(2, keys, d);
    const MatrixOf<float> V = random_matrix<float>(3, keys, d);
    MatrixOf<float> O = xt::zeros<float>({queries, d});
    const auto Q_tile = tile_of(Q);
    const auto K_tile = tile_of(K);
    const auto V_tile = tile_of(V);
    LongOptions<float> options;
    options.threads = 1;

    const Matrix Q_double = xt::view(Q, xt::range(0, 4), xt::all());
    const Matrix K_double = K;
    const Matrix V_double = V;
    PairTimes found;
    found.by_key = nanoseconds_per_pair(4 * keys, [&] { online_attention(Q_double, K_double, V_double); });
    found.by_row = nanoseconds_per_pair(
        64 * keys, [&] { attend_row_by_row(Q_tile.rows_from(0, 64), K_tile, V_tile, tile_of(O).rows_from(0, 64)); });
    found.clear = nanoseconds_per_pair(queries * keys,
                                       [&] { blocked_attention<float>(Q_tile, K_tile, V_tile, tile_of(O), options); });
    found.fast = nanoseconds_per_pair(queries * keys,
                                      [&] { fast_attention<float>(Q_tile, K_tile, V_tile, tile_of(O), options); });
    return found;
}

}  // namespace attention
