/// \file
/// Chapter 16: one new query, many keys kept from before. Which place does the query count as?
#pragma once

#include "16_positions/previous_token.hpp"
#include "16_positions/rotary.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The weights of a single query that means to look one word back, with rotary positions.
///
/// \param keys     how many are kept, at places 0, 1, and so on
/// \param counted  which place the query is given; right is keys - 1, the place of the newest word
/// \return         shape (keys)
inline Vector weights_when_counted(std::size_t keys, std::size_t counted)
{
    constexpr std::size_t d_k = 16;
    Matrix K = xt::zeros<double>({keys, d_k});
    xt::view(K, xt::all(), xt::range(0, d_k, 2)) = 1.0;  // every word has the key [1, 0, 1, 0, ...]
    Matrix q = xt::zeros<double>({std::size_t{1}, d_k});
    set_row(q, 0, Vector(32.0 * query_one_back(d_k)));
    return row_of(scaled_dot_product_attention(rotated(q, counted), rotated(K), K).weights, 0);
}

}  // namespace attention
