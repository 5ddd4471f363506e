/// \file
/// Chapter 14: a layer of heads, every gradient against central differences.
#pragma once

#include "14_gradients/finite_differences.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/layer_backward.hpp"

#include "12_masks/masks.hpp"
#include "13_multi_head/multi_head.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

/// Two random heads of different sizes: d_k = 3 in both, d_v = 2 and 3.
inline MultiHead two_random_heads(common::Random& random, std::size_t d_model)
{
    MultiHead W;
    for (const std::size_t d_v : {2U, 3U})
        W.heads.push_back(
            {random.normal_matrix(d_model, 3), random.normal_matrix(d_model, 3), random.normal_matrix(d_model, d_v)});
    W.W_O = random.normal_matrix(5, d_model);
    return W;
}

/// The largest relative error among the gradients of W_Q, W_K and W_V of two causal heads, of W_O, and of X.
///
/// \param seed  of the random numbers
inline double worst_error_in_a_layer(std::uint64_t seed)
{
    common::Random random(seed);
    Matrix X = random.normal_matrix(5, 6);
    const Matrix dY = random.normal_matrix(5, 6);
    const BoolMatrix mask = causal_mask(5, 5);
    MultiHead W = two_random_heads(random, 6);
    const LayerGradients d = layer_backward(X, W, mask, dY);
    double worst = 0.0;
    const auto compare = [&](const Matrix& given, Matrix& place) {
        const Matrix at = place;
        const Matrix tried = central_differences(
            [&](const Matrix& moved) {
                place = moved;
                return easy_loss(multi_head_attention(X, W, mask).output, dY);
            },
            at);
        place = at;
        worst = std::fmax(worst, relative_error(given, tried));
    };
    for (std::size_t h = 0; h < 2; ++h) {
        compare(d.heads[h].W_Q, W.heads[h].W_Q);
        compare(d.heads[h].W_K, W.heads[h].W_K);
        compare(d.heads[h].W_V, W.heads[h].W_V);
    }
    compare(d.dW_O, W.W_O);
    compare(d.dX, X);
    return worst;
}

}  // namespace attention
