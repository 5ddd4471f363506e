/// \file
/// Chapter 13: a test for the cut. Reverse the words, and the outputs must come out reversed.
#pragma once

#include "13_multi_head/heads.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/difference.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace attention
{

/// Cuts a matrix into heads, rightly or not.
using CutIntoHeads = std::function<std::vector<Matrix>(const Matrix&, std::size_t)>;

/// Self-attention of heads without projections: each head attends with its own part.
///
/// \param X      one word per row, shape (n, heads d)
/// \param heads  how many
/// \param cut    how X is cut
/// \return       the outputs side by side, shape (n, heads d)
inline Matrix attended(const Matrix& X, std::size_t heads, const CutIntoHeads& cut)
{
    std::vector<Matrix> found;
    for (const Matrix& part : cut(X, heads)) found.push_back(scaled_dot_product_attention(part, part, part).output);
    return concatenated(found);
}

/// How far the outputs are from being reversed when the words are.
///
/// Attention without a mask does not know the order of words, so if the cut is right, this is 0 apart from rounding.
///
/// \param X      one word per row, shape (n, heads d)
/// \param heads  how many
/// \param cut    how X is cut
/// \return       the largest difference of any number
inline double change_when_reversed(const Matrix& X, std::size_t heads, const CutIntoHeads& cut)
{
    const Matrix reversed_words = xt::flip(X, 0);
    const Matrix output = attended(X, heads, cut);
    const Matrix reversed_output = xt::flip(output, 0);
    return common::difference(attended(reversed_words, heads, cut), reversed_output);
}

}  // namespace attention
