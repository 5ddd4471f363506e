/// \file
/// Chapter 14: two queries, two keys, and numbers that a pencil can follow back.
#pragma once

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/softmax_backward.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// Every matrix between queries, keys, values and the loss, there and back.
struct WayBack {
    Matrix A;              ///< weights, shape (n, m)
    Matrix O;              ///< output, shape (n, d_v)
    Matrix dA;             ///< shape (n, m)
    Matrix dS;             ///< shape (n, m)
    AttentionGradients d;  ///< dQ, dK and dV
};

/// The lesson's example as a case to go back through: the weights come out as [3/4, 1/4] and [1/2, 1/2].
inline RandomCase two_by_two()
{
    return {.Q = {{1}, {0}},
            .K = {{std::log(3.0)}, {0}},
            .V = {{4, 0}, {0, 2}},
            .dO = {{4, 0}, {-2, 8}},
            .mask = xt::ones<bool>({2, 2})};
}

/// All matrices of a case, one after the other, without its mask.
///
/// \param c  queries, keys, values, and how the loss changes with the output
inline WayBack way_back(const RandomCase& c)
{
    const Attention forward = scaled_dot_product_attention(c.Q, c.K, c.V);
    const Matrix dA = common::product_transposed(c.dO, c.V);
    return {.A = forward.weights,
            .O = forward.output,
            .dA = dA,
            .dS = softmax_backward(forward.weights, dA),
            .d = attention_backward(c.Q, c.K, c.V, forward.weights, c.dO)};
}

/// How much the loss of a case grows when a single score is raised.
///
/// \param c  queries, keys, values, and how the loss changes with the output
/// \param i  the query
/// \param j  the key
/// \param by  how much is added to the score
inline double growth_with_score(const RandomCase& c, std::size_t i, std::size_t j, double by)
{
    Matrix scores = scale_of_scores(c.Q) * common::product_transposed(c.Q, c.K);
    const double before = easy_loss(common::product(softmax_rows(scores), c.V), c.dO);
    scores(i, j) += by;
    return easy_loss(common::product(softmax_rows(scores), c.V), c.dO) - before;
}

}  // namespace attention
