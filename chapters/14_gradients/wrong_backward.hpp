/// \file
/// Chapter 14: ways back with a mistake in them, to see whether a check notices.
#pragma once

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/masked_backward.hpp"
#include "14_gradients/softmax_backward.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>

namespace attention
{

/// No mistake: the formulas, under the mask.
inline AttentionGradients right_way(const RandomCase& c, const Matrix& A)
{
    return masked_attention_backward(c.Q, c.K, c.V, A, c.dO, c.mask);
}

/// The outer steps done right, around a dS that may be wrong.
///
/// \param c          what to go back through
/// \param A          its weights, shape (n, m)
/// \param scaled_dS  how the loss is said to change with Q K^T, shape (n, m)
inline AttentionGradients way_around(const RandomCase& c, const Matrix& A, const Matrix& scaled_dS)
{
    return {common::product(scaled_dS, c.K), common::product(transposed(scaled_dS), c.Q),
            common::product(transposed(A), c.dO)};
}

/// Each score is taken to move its own weight alone.
inline AttentionGradients diagonal_only(const RandomCase& c, const Matrix& A)
{
    const Matrix dA = common::product_transposed(c.dO, c.V);
    return way_around(c, A, scale_of_scores(c.Q) * softmax_backward_diagonal_only(A, dA));
}

/// Softmax without the mean, dS = A dA: wrong even where a query sees a single key, and dS must be 0.
inline AttentionGradients without_mean(const RandomCase& c, const Matrix& A)
{
    return way_around(c, A, scale_of_scores(c.Q) * A * common::product_transposed(c.dO, c.V));
}

/// 1 / sqrt(d_k) is forgotten: right where d_k is 1.
inline AttentionGradients without_scale(const RandomCase& c, const Matrix& A)
{
    return way_around(c, A, softmax_backward(A, common::product_transposed(c.dO, c.V)));
}

/// Zeros, whatever the case.
inline AttentionGradients zeros_only(const RandomCase& c, const Matrix&)
{
    return {xt::zeros_like(c.Q), xt::zeros_like(c.K), xt::zeros_like(c.V)};
}

/// How many times too large the cells of a gradient are.
struct TooLarge {
    double least = 0.0;  ///< in the cell where it is least
    double most = 0.0;   ///< in the cell where it is most
};

/// How many times too large the cells of dQ are if 1 / sqrt(d_k) is forgotten.
///
/// \param d_k   the size of queries and keys
/// \param seed  of a random case with 4 queries, 6 keys and d_v = 3
inline TooLarge factor_without_scale(std::size_t d_k, std::uint64_t seed)
{
    common::Random random(seed);
    const RandomCase c = {.Q = random.normal_matrix(4, d_k),
                          .K = random.normal_matrix(6, d_k),
                          .V = random.normal_matrix(6, 3),
                          .dO = random.normal_matrix(4, 3),
                          .mask = xt::ones<bool>({4, 6})};
    const Matrix A = scaled_dot_product_attention(c.Q, c.K, c.V).weights;
    const Matrix factors = without_scale(c, A).dQ / right_way(c, A).dQ;  // (4, d_k)
    return {.least = xt::amin(factors)(), .most = xt::amax(factors)()};
}

}  // namespace attention
