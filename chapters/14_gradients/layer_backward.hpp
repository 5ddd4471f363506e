/// \file
/// Chapter 14: back through a layer of heads, to the numbers it learns.
#pragma once

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/masked_backward.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "07_attention/attention.hpp"
#include "13_multi_head/multi_head.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// How a loss changes with everything that a layer of heads computes from.
struct LayerGradients {
    std::vector<Projections> heads;  ///< with W_Q, W_K and W_V of each head
    Matrix dW_O;                     ///< shape (sum of d_v, d_model)
    Matrix dX;                       ///< with the tokens, shape (n, d_model)
};

/// The tokens that take part in some pair, as queries or as keys; the rest become 0, so that 0 times NaN cannot arise.
///
/// \param X     one token per row, shape (n, d_model)
/// \param mask  one row per token, true where it takes part
/// \return      shape (n, d_model)
inline Matrix only_those_in(const Matrix& X, const BoolMatrix& mask)
{
    Matrix result = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        if (xt::any(xt::row(mask, static_cast<std::ptrdiff_t>(i)))) set_row(result, i, row_of(X, i));
    }
    return result;
}

/// From the gradient of a layer's output to those of its projections, of W_O, and of its input.
///
/// X reaches the output along three paths in each head, as query, key and value; the gradients of all paths are added.
///
/// A token that no query may see, and that may see nothing itself, takes no part in any gradient of the projections of Q, K and
/// V, even if it is NaN.
///
/// \param X     one token per row, shape (n, d_model)
/// \param W     the heads and W_O
/// \param mask  true = may attend, shape (n, n)
/// \param dY    how the loss changes with each output, shape (n, d_model)
/// \return      gradients in the shapes of what they belong to
inline LayerGradients layer_backward(const Matrix& X, const MultiHead& W, const BoolMatrix& mask, const Matrix& dY)
{
    LayerGradients result;
    result.dX = xt::zeros<double>({X.shape(0), X.shape(1)});
    const Matrix asking_T = transposed(only_those_in(X, mask));               // (d_model, n)
    const Matrix seen_T = transposed(only_those_in(X, xt::transpose(mask)));  // (d_model, n)
    const Matrix d_found = common::product_transposed(dY, W.W_O);  // Y = C W_O: dC = dY W_O^T, (n, sum of d_v)
    std::vector<Matrix> found;
    std::size_t first = 0;
    for (const Projections& head : W.heads) {
        const Roles roles = roles_of(X, head);
        const Attention forward = scaled_dot_product_attention(roles.Q, roles.K, roles.V, mask);
        found.push_back(forward.output);

        const std::size_t end = first + roles.V.shape(1);
        const Matrix dO = xt::view(d_found, xt::all(), xt::range(first, end));  // this head's part, (n, d_v)
        const AttentionGradients d = masked_attention_backward(roles.Q, roles.K, roles.V, forward.weights, dO, mask);
        // Q = X W_Q: dW_Q = X^T dQ, and dX += dQ W_Q^T; K and V likewise.
        result.heads.push_back(
            {common::product(asking_T, d.dQ), common::product(seen_T, d.dK), common::product(seen_T, d.dV)});
        result.dX += common::product_transposed(d.dQ, head.W_Q);
        result.dX += common::product_transposed(d.dK, head.W_K);
        result.dX += common::product_transposed(d.dV, head.W_V);
        first = end;
    }
    result.dW_O = common::product(transposed(concatenated(found)), dY);  // Y = C W_O: dW_O = C^T dY
    return result;
}

}  // namespace attention
