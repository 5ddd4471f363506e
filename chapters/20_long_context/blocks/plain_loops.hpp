/// \file
/// Chapter 20, rung 1: attention by plain loops. In float it is the slowest rung, in double the one that the others answer to.
#pragma once

#include "20_long_context/blocks/options.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// The scores of one query, scaled, changed and hidden as `options` asks.
///
/// \param i        the query
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param options  scale, causal mask, changes of scores
/// \return         shape (m), -infinity where the query may not look
template <typename Real>
std::vector<Real> scores_of(std::size_t i, common::Tile<const Real> Q, common::Tile<const Real> K,
                            const LongOptions<Real>& options)
{
    const Real scale = scale_of(options, Q.columns);
    std::vector<Real> scores(K.rows, Real{0});
    for (std::size_t j = 0; j < K.rows; ++j) {
        for (std::size_t c = 0; c < K.columns; ++c) scores[j] += scale * Q.row(i)[c] * K.row(j)[c];
    }
    if (options.change) options.change(i, 0, scores.data(), scores.size());
    const auto visible = static_cast<std::ptrdiff_t>(visible_keys(i, Q.rows, K.rows, options.causal));
    std::fill(scores.begin() + visible, scores.end(), -std::numeric_limits<Real>::infinity());
    return scores;
}

/// Attention, a pair of a query and a key at a time. A value that may not be seen reaches nothing, not even as 0 times NaN.
///
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \param O        where the output goes, shape (n, d_v); 0 for a query that may see nothing
/// \param options  scale, causal mask, changes of scores
template <typename Real>
void loop_attention(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                    common::Tile<Real> O, const LongOptions<Real>& options = {})
{
    constexpr Real nothing = -std::numeric_limits<Real>::infinity();
    for (std::size_t i = 0; i < Q.rows; ++i) {
        const std::vector<Real> scores = scores_of(i, Q, K, options);  // (m)
        Real maximum = nothing;
        for (const Real score : scores) maximum = std::fmax(maximum, score);
        Real sum = 0;
        std::fill_n(O.row(i), O.columns, Real{0});
        for (std::size_t j = 0; j < K.rows; ++j) {
            if (scores[j] == nothing) continue;
            const Real e = std::exp(scores[j] - maximum);
            sum += e;
            for (std::size_t c = 0; c < V.columns; ++c) O.row(i)[c] += e * V.row(j)[c];
        }
        for (std::size_t c = 0; c < V.columns && sum != Real{0}; ++c) O.row(i)[c] /= sum;
    }
}

}  // namespace attention
