/// \file
/// Chapter 13: several attentions side by side, and their outputs mixed.
#pragma once

#include "13_multi_head/heads.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "07_attention/attention.hpp"
#include "12_masks/masked_attention.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// What a layer of several heads has learned.
struct MultiHead {
    std::vector<Projections> heads;  ///< for each head its own W_Q, W_K, W_V; sizes may differ between heads
    Matrix W_O;                      ///< mixes what the heads found, shape (sum of their d_v, d_model)
};

/// What a layer of several heads returns.
struct MultiHeadAttention {
    Matrix output;                ///< shape (n, d_model)
    std::vector<Matrix> weights;  ///< for each head, shape (n, m)
};

/// Multi-head attention: Concat(head_1, ..., head_h) W_O, head_i = Attention(X W_Q_i, X W_K_i, X W_V_i)
/// (Vaswani et al. 2017, section 3.2.2).
///
/// Each head divides its scores by the root of its own d_k. Heads know nothing of each other until W_O mixes them.
///
/// \param X     one word per row, shape (n, d_model)
/// \param W     the heads and W_O
/// \param mask  true = may attend, the same for all heads, shape (n, n)
/// \return      output, and each head's weights
/// \throws std::invalid_argument  unless the shapes fit
inline MultiHeadAttention multi_head_attention(const Matrix& X, const MultiHead& W, const BoolMatrix& mask)
{
    MultiHeadAttention result;
    std::vector<Matrix> found;  // for each head, (n, its d_v)
    for (const Projections& head : W.heads) {
        const Roles roles = roles_of(X, head);
        const Attention attended = scaled_dot_product_attention(roles.Q, roles.K, roles.V, mask);
        found.push_back(attended.output);
        result.weights.push_back(attended.weights);
    }
    const Matrix side_by_side = concatenated(found);  // (n, sum of d_v)
    common::require(
        W.W_O.shape(0) == side_by_side.shape(1),
        "multi_head_attention: the heads give {} numbers per word but W_O has {} rows; it needs one row for each",
        side_by_side.shape(1), W.W_O.shape(0));
    result.output = common::product(side_by_side, W.W_O);  // (n, d_model)
    return result;
}

/// The same without a mask: every word may see every word.
///
/// \param X  one word per row, shape (n, d_model)
/// \param W  the heads and W_O
inline MultiHeadAttention multi_head_attention(const Matrix& X, const MultiHead& W)
{
    const BoolMatrix everything = xt::ones<bool>({X.shape(0), X.shape(0)});
    return multi_head_attention(X, W, everything);
}

/// Heads that share keys and values: neighbouring heads of queries ask the same head of keys and values.
///
/// Ainslie et al. 2023, grouped-query attention; with one head of K and V, Shazeer 2019, multi-query attention.
///
/// \param Q  for each head its queries, shape (n, d_k)
/// \param K  for each group its keys, shape (m, d_k)
/// \param V  for each group its values, shape (m, d_v)
/// \return   the heads' outputs side by side, shape (n, heads d_v)
/// \throws std::invalid_argument  unless K and V have the same number of groups, and it divides the number of heads
inline Matrix grouped_attention(const std::vector<Matrix>& Q, const std::vector<Matrix>& K,
                                const std::vector<Matrix>& V)
{
    common::require(
        !K.empty() && K.size() == V.size() && Q.size() % K.size() == 0,
        "grouped_attention: {} heads of queries, {} of keys, {} of values; keys and values need the same number, "
        "and it must divide that of the queries",
        Q.size(), K.size(), V.size());
    const std::size_t group = Q.size() / K.size();
    std::vector<Matrix> found;
    for (std::size_t h = 0; h < Q.size(); ++h) {
        found.push_back(scaled_dot_product_attention(Q[h], K[h / group], V[h / group]).output);
    }
    return concatenated(found);
}

}  // namespace attention
