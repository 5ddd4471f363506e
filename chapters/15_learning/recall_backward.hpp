/// \file
/// Chapter 15: how the loss changes with the three projections.
#pragma once

#include "15_learning/recall_head.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "14_gradients/attention_backward.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// How wrong the answers are: the mean squared error, over all numbers of all answers.
///
/// \param output   shape (count, 4)
/// \param answers  shape (count, 4)
inline double squared_error(const Matrix& output, const Matrix& answers)
{
    return xt::mean(xt::square(output - answers))();
}

/// From the squared error back to the three projections: chapter 14's way, in the order of `recall`.
///
/// \param asked     questions
/// \param W         the projections
/// \param scale     of the scores
/// \param recalled  what `recall` found
/// \return          gradients in the shapes of what they belong to
inline Projections recall_backward(const Questions& asked, const Projections& W, double scale, const Recalled& recalled)
{
    const std::size_t count = asked.slots.size();
    const Matrix dO = (2.0 / static_cast<double>(recalled.output.size())) * (recalled.output - asked.answers);
    const Matrix dW_V = common::product(transposed(recalled.found), dO);  // output = found W_V
    const Matrix d_found = common::product_transposed(dO, W.W_V);         // (count, 12)

    Matrix dA = xt::zeros<double>({count, pairs});
    for (std::size_t b = 0; b < count; ++b) {  // found = weights tokens
        for (std::size_t j = 0; j < pairs; ++j) {
            for (std::size_t c = 0; c < token_size; ++c) dA(b, j) += d_found(b, c) * asked.tokens(pairs * b + j, c);
        }
    }
    const Matrix dS = softmax_backward(recalled.weights, dA);  // weights = softmax(scores)
    Matrix d_wanted = xt::zeros<double>({count, token_size});
    for (std::size_t b = 0; b < count; ++b) {  // scores = wanted tokens^T
        for (std::size_t j = 0; j < pairs; ++j) {
            for (std::size_t c = 0; c < token_size; ++c) d_wanted(b, c) += dS(b, j) * asked.tokens(pairs * b + j, c);
        }
    }
    const Matrix d_pairing = scale * common::product(transposed(asked.queries), d_wanted);  // (8, 12)
    const Matrix dW_Q = common::product(d_pairing, W.W_K);                                  // pairing = scale W_Q W_K^T
    const Matrix dW_K = common::product(transposed(d_pairing), W.W_Q);
    return {dW_Q, dW_K, dW_V};
}

}  // namespace attention
