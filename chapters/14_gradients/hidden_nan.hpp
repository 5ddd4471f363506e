/// \file
/// Chapter 14: how far a NaN gets that no query may see.
#pragma once

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/masked_backward.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstdint>
#include <limits>

namespace attention
{

/// How many numbers became NaN.
struct BrokenNumbers {
    int output = 0;          ///< of 6
    int dQ_by_products = 0;  ///< of 12, by `attention_backward`
    int dQ_under_mask = 0;   ///< of 12, by `masked_attention_backward`
};

/// Three queries and five keys, two of them hidden from all queries, with a NaN in the value of one hidden key.
///
/// \param seed  of the random numbers
inline BrokenNumbers broken_by_hidden_nan(std::uint64_t seed)
{
    common::Random random(seed);
    const Matrix Q = random.normal_matrix(3, 4);
    const Matrix K = random.normal_matrix(5, 4);
    Matrix V = random.normal_matrix(5, 2);
    V(3, 1) = std::numeric_limits<double>::quiet_NaN();
    const Matrix dO = random.normal_matrix(3, 2);
    const BoolMatrix mask = padding_mask(3, {true, true, true, false, false});
    const Attention forward = scaled_dot_product_attention(Q, K, V, mask);
    const auto broken = [](const Matrix& M) { return xt::sum<int>(xt::isnan(M))(); };
    return {.output = broken(forward.output),
            .dQ_by_products = broken(attention_backward(Q, K, V, forward.weights, dO).dQ),
            .dQ_under_mask = broken(masked_attention_backward(Q, K, V, forward.weights, dO, mask).dQ)};
}

}  // namespace attention
