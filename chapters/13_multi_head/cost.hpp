/// \file
/// Chapter 13: what heads cost, by chapter 11's formulas.
#pragma once

#include "11_complexity/operations.hpp"

#include "common/require.hpp"

#include <cstdint>

namespace attention
{

/// What a layer of heads costs, besides the projections.
struct HeadsCost {
    std::uint64_t d_k = 0;           ///< of each head, and its d_v
    std::uint64_t learned = 0;       ///< numbers in W_Q, W_K, W_V of all heads, and in W_O
    std::uint64_t products = 0;      ///< operations of Q K^T and of weights times V, all heads
    std::uint64_t softmax = 0;       ///< operations of softmax, all heads
    std::uint64_t weight_bytes = 0;  ///< of the weights of all heads, in double
};

/// The cost of attention among n words, divided among heads.
///
/// \param n        words, at least 1
/// \param d_model  coordinates of all heads together
/// \param heads    how many; must divide d_model
/// \return         numbers and operations
/// \throws std::invalid_argument  unless d_model divides evenly among the heads
inline HeadsCost cost_of_heads(std::uint64_t n, std::uint64_t d_model, std::uint64_t heads)
{
    common::require(heads > 0 && d_model % heads == 0, "cost_of_heads: {} heads cannot share {} columns evenly", heads,
                    d_model);
    const std::uint64_t d = d_model / heads;
    const Operations each = operations(n, n, d, d);
    return {.d_k = d,
            .learned = heads * 3 * d_model * d + heads * d * d_model,
            .products = heads * (each.scores + each.values),
            .softmax = heads * each.softmax,
            .weight_bytes = heads * score_bytes(n, n, sizeof(double))};
}

/// How many numbers generation keeps: the keys and values of n words.
/// \param n       words
/// \param groups  heads of keys and values
/// \param d       coordinates of one head
/// \return        numbers
inline std::uint64_t numbers_kept(std::uint64_t n, std::uint64_t groups, std::uint64_t d) { return 2 * n * groups * d; }

}  // namespace attention
