/// \file
/// Chapter 20: attention with all scores at once, as in chapter 12, for any type of number.
///
/// Here all scores are one block, treated as the other forms treat theirs. So this form shows what keeping all scores costs. It
/// cannot show whether the others are right, for the same reason; that is what `loop_attention` with its plain loops is for.
#pragma once

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/fit.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/troubled_values.hpp"

#include "common/require.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// The plain form: scores, softmax of each row, weighted sum. The only one whose weights you can look at.
///
/// \param Q        queries, shape (n, d_k)
/// \param K        keys, shape (m, d_k)
/// \param V        values, shape (m, d_v)
/// \param O        where the output goes, shape (n, d_v)
/// \param weights  where the weights go, shape (n, m); a query that may see nothing gets weights 0
/// \param options  scale, causal mask, changes of scores; threads are BLAS's own
/// \throws std::invalid_argument  unless the shapes fit
template <typename Real>
void plain_attention(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                     common::Tile<Real> O, common::Tile<Real> weights, const LongOptions<Real>& options = {})
{
    require_fit("plain_attention", Q, K, V, O);
    common::require(weights.rows == Q.rows && weights.columns == K.rows,
                    "plain_attention: the weights are ({}, {}), with Q and K they must be ({}, {})", weights.rows,
                    weights.columns, Q.rows, K.rows);
    const std::vector<Real> queries = scaled(Q, scale_of(options, Q.columns));
    if (K.rows > 0) common::multiply_transposed(Real{1}, {queries.data(), Q.rows, Q.columns, Q.columns}, K, weights);
    hide_and_change(weights, 0, Q.rows, 0, K.rows, options);

    const Troubled troubled = troubled_values(V);
    const std::vector<Sight> seen = sights(
        Q.rows, K.rows, troubled, [&weights](std::size_t query, std::size_t key) { return weights.row(query)[key]; });
    std::vector<Real> maximum(Q.rows, -std::numeric_limits<Real>::infinity());
    std::vector<Real> sum(Q.rows, Real{0});
    for (std::size_t i = 0; i < O.rows; ++i) std::fill_n(O.row(i), O.columns, Real{0});
    absorb_block(weights, maximum.data(), sum.data(), O);  // one block for all: exp(score - maximum), and their sums
    for (std::size_t i = 0; i < Q.rows; ++i) {
        if (sum[i] != Real{0}) tile_kernels<Real>().scale(weights.row(i), weights.columns, 1 / sum[i]);
    }
    if (K.rows > 0) add_blend<Real>(weights, V, troubled, seen, O);
}

}  // namespace attention
