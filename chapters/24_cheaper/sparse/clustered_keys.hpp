/// \file
/// Chapter 24: choosing blocks by their mean key, where neighbours are alike and where they are not.
#pragma once

#include "24_cheaper/sparse/chosen_blocks.hpp"
#include "24_cheaper/sparse/top_k.hpp"

#include "02_softmax/softmax.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

/// Keys whose neighbours are alike, or the same ones in another order, and queries for them.
struct BlockTask {
    Matrix Q;  ///< shape (n, d)
    Matrix K;  ///< shape (m, d)
};

/// Rows in another order.
inline Matrix reordered(const Matrix& M, const std::vector<std::size_t>& order)
{
    Matrix rows = M;
    for (std::size_t i = 0; i < order.size(); ++i) set_row(rows, i, row_of(M, order[i]));
    return rows;
}

/// Keys that scatter around a centre, each centre for one block; a query is near to a centre, too.
///
/// \param shuffled  put the keys in a random order
/// \param n         queries
/// \param m         keys, a multiple of `block`
/// \param block     keys around a centre
/// \param d         coordinates
inline BlockTask block_task(bool shuffled, std::size_t n = 128, std::size_t m = 1024, std::size_t block = 32,
                            std::size_t d = 64)
{
    common::Random random(24);
    const Matrix centres = random.normal_matrix(m / block, d);
    BlockTask task{.Q = random.normal_matrix(n, d), .K = random.normal_matrix(m, d)};
    const auto around = [&](Matrix& M, std::size_t i, std::size_t centre) {
        for (std::size_t c = 0; c < d; ++c) M(i, c) = centres(centre, c) + 0.5 * M(i, c);
    };
    for (std::size_t j = 0; j < m; ++j) around(task.K, j, j / block);
    for (std::size_t i = 0; i < n; ++i) around(task.Q, i, random.below(m / block));
    std::vector<std::size_t> order(m);
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(order);
    if (shuffled) task.K = reordered(task.K, order);
    return task;
}

/// What the best blocks hold.
struct ChosenBlocks {
    bool shuffled = false;            ///< whether the keys were put in a random order
    std::vector<std::size_t> chosen;  ///< how many of the 32 blocks are looked at
    std::vector<double> mass;         ///< what the weights in them sum to, the mean over queries
};

/// Choose blocks by their mean key.
///
/// \param shuffled  see `block_task`
/// \param chosen    how many blocks, for each column
/// \param block     keys in a block
inline ChosenBlocks chosen_blocks(bool shuffled, const std::vector<std::size_t>& chosen = {1, 2, 4, 8, 16},
                                  std::size_t block = 32)
{
    const BlockTask task = block_task(shuffled, 128, 1024, block, 64);
    const std::size_t n = task.Q.shape(0);
    const std::size_t m = task.K.shape(0);
    const Matrix scores = common::product_transposed(task.Q, task.K) / std::sqrt(64.0);  // (n, m)
    const Matrix weights = softmax_rows(scores);                                         // (n, m)
    const Matrix means = mean_keys(task.K, block);                                       // (blocks, d)
    ChosenBlocks found{.shuffled = shuffled, .chosen = chosen, .mass = {}};
    for (const std::size_t count : chosen) {
        double mass = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto places = keys_of_best_blocks(row_of(task.Q, i), means, block, count, m);
            mass += mass_at(row_of(weights, i), places) / static_cast<double>(n);
        }
        found.mass.push_back(mass);
    }
    return found;
}

}  // namespace attention
