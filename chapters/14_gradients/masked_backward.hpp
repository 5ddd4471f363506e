/// \file
/// Chapter 14: back through attention under a mask, whatever the hidden numbers are.
#pragma once

#include "14_gradients/attention_backward.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

namespace attention
{

/// The numbers where a query may look, and 0 where it may not, even in place of NaN.
///
/// \param M     shape (n, m)
/// \param mask  true = may attend, shape (n, m)
/// \return      shape (n, m)
inline Matrix zero_where_hidden(const Matrix& M, const BoolMatrix& mask) { return xt::where(mask, M, 0.0); }

/// Like `attention_backward`, except that a pair hidden by the mask adds nothing to any gradient, not even 0 times NaN. So
/// whatever is finite going forward is finite coming back.
///
/// The lines are those of `attention_backward`; each sum over pairs is chapter 12's `visible_sum`.
///
/// \param Q     queries, shape (n, d_k)
/// \param K     keys, shape (m, d_k)
/// \param V     values, shape (m, d_v)
/// \param A     the weights of the forward pass, shape (n, m)
/// \param dO    how the loss changes with each output, shape (n, d_v)
/// \param mask  true = may attend, shape (n, m)
/// \return      dQ, dK and dV; all 0 for a query that may attend to nothing, and for a key that no query may see. A NaN makes
///              NaN of the queries that may see it, and of the keys and values that these may see.
/// \throws std::invalid_argument  unless the shapes fit
inline AttentionGradients masked_attention_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A,
                                                    const Matrix& dO, const BoolMatrix& mask)
{
    require_fitting("masked_attention_backward", Q, K, V, A, dO);
    common::require(mask.shape(0) == Q.shape(0) && mask.shape(1) == K.shape(0),
                    "masked_attention_backward: the mask is ({}, {}) but there are {} queries and {} keys",
                    mask.shape(0), mask.shape(1), Q.shape(0), K.shape(0));
    const BoolMatrix mask_T = xt::transpose(mask);
    const Matrix dV = visible_sum(transposed(A), dO, mask_T);                      // A^T dO, (m, d_v)
    const Matrix dA = zero_where_hidden(common::product_transposed(dO, V), mask);  // dO V^T, (n, m)
    const Matrix scaled_dS = scale_of_scores(Q) * softmax_backward(A, dA);         // (n, m)
    const Matrix dQ = visible_sum(scaled_dS, K, mask);                             // scale dS K, (n, d_k)
    const Matrix dK = visible_sum(transposed(scaled_dS), Q, mask_T);               // scale dS^T Q, (m, d_k)
    return {dQ, dK, dV};
}

}  // namespace attention
