/// \file
/// Chapter 20: attention in blocks, as an xtensor user writes it. Each line is a line of the formula.
///
/// In comments of this chapter m is a running maximum, as in chapter 19, except in shapes, where it is the number of keys.
#pragma once

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace attention::in_xtensor
{

/// What chapter 19 remembers, for each query of a block.
struct Running {
    Vector maximum;  ///< m, shape (rows)
    Vector sum;      ///< l, shape (rows)
    Matrix output;   ///< o, shape (rows, d_v)
};

/// Queries that have seen nothing yet: l = 0, o = 0, and an m below every score.
///
/// m begins at the lowest finite number, not at -infinity. So m - m' is never NaN, even for a query that may look at none
/// of the keys of its first blocks.
inline Running nothing_seen(std::size_t rows, std::size_t d_v)
{
    const Vector lowest = std::numeric_limits<double>::lowest() * xt::ones<double>({rows});
    return {lowest, xt::zeros<double>({rows}), xt::zeros<double>({rows, d_v})};
}

/// Chapter 19's step, for a block of queries and a block of keys at once.
///
/// \param seen    what each query knows; changed
/// \param scores  S, shape (rows, keys), at least one key; -infinity where a query may not look
/// \param V       the values of these keys, shape (keys, d_v)
inline void absorb_block(Running& seen, const Matrix& scores, const Matrix& V)
{
    const Vector largest = xt::amax(scores, {1});                                  // of each row, (rows)
    const Vector next = xt::maximum(seen.maximum, largest);                        // m', (rows)
    const Vector keep = xt::exp(seen.maximum - next);                              // the correction, (rows)
    const Matrix P = xt::exp(scores - xt::view(next, xt::all(), xt::newaxis()));   // (rows, keys)
    const Vector more = xt::sum(P, {1});                                           // (rows)
    const Matrix blend = common::product(P, V);                                    // (rows, d_v)
    seen.sum = keep * seen.sum + more;                                             // l'
    seen.output = xt::view(keep, xt::all(), xt::newaxis()) * seen.output + blend;  // o'
    seen.maximum = next;
}

/// What the queries get after the last block: o / l; 0 for a query that has seen nothing.
inline Matrix finished(const Running& seen)
{
    const Vector l = xt::where(xt::equal(seen.sum, 0.0), 1.0, seen.sum);
    return seen.output / xt::view(l, xt::all(), xt::newaxis());
}

/// Hide the keys that come after their query.
///
/// \param scores  of the queries from query i on, for the keys from key j on; changed
/// \param i       the query of the first row
/// \param j       the key of the first column
inline void hide_later(Matrix& scores, std::size_t i, std::size_t j)
{
    for (std::size_t r = 0; r < scores.shape(0); ++r) {
        for (std::size_t c = 0; c < scores.shape(1); ++c)
            if (j + c > i + r) scores(r, c) = -std::numeric_limits<double>::infinity();
    }
}

/// A block of queries over all keys that any of them may see.
///
/// \param Q     the queries of the block, shape (rows, d_k)
/// \param K     all keys, shape (m, d_k)
/// \param V     all values, shape (m, d_v)
/// \param i     which query the first one is
/// \param keys  of a block, at least 1
/// \return      their output, shape (rows, d_v)
inline Matrix attend_block(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t i, std::size_t keys)
{
    const double root = std::sqrt(std::fmax(1.0, static_cast<double>(Q.shape(1))));
    Running seen = nothing_seen(Q.shape(0), V.shape(1));
    const std::size_t end = std::min(i + Q.shape(0), K.shape(0));  // the last query of the block sees most
    for (std::size_t j = 0; j < end; j += keys) {
        const std::size_t stop = std::min(j + keys, end);
        const Matrix K_block = xt::view(K, xt::range(j, stop));         // (keys, d_k)
        const Matrix V_block = xt::view(V, xt::range(j, stop));         // (keys, d_v)
        Matrix scores = common::product_transposed(Q, K_block) / root;  // (rows, keys)
        hide_later(scores, i, j);
        absorb_block(seen, scores, V_block);
    }
    return finished(seen);
}

/// Causal attention in blocks: query i sees the keys 0 to i.
///
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \param queries  of a block, at least 1
/// \param keys     of a block, at least 1
/// \return         output, shape (n, d_v)
/// \throws std::invalid_argument  unless the shapes fit
/// Values must be numbers: a NaN would reach queries that may not see it. `blocked_attention` of the clear form takes care.
///
/// Dao et al. 2022, FlashAttention: the same blocks, but there the outer loop is over the keys.
inline Matrix blocked_attention(const Matrix& Q, const Matrix& K, const Matrix& V, std::size_t queries,
                                std::size_t keys)
{
    common::require(Q.shape(1) == K.shape(1) && K.shape(0) == V.shape(0),
                    "blocked_attention: Q is ({}, {}), K is ({}, {}), V has {} rows; queries and keys need the same "
                    "d_k, and each key needs one value",
                    Q.shape(0), Q.shape(1), K.shape(0), K.shape(1), V.shape(0));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); i += queries) {
        const std::size_t stop = std::min(i + queries, Q.shape(0));
        const Matrix Q_block = xt::view(Q, xt::range(i, stop));  // (rows, d_k)
        xt::view(output, xt::range(i, stop)) = attend_block(Q_block, K, V, i, keys);
    }
    return output;
}

}  // namespace attention::in_xtensor
