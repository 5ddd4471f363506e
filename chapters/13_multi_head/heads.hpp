/// \file
/// Chapter 13: one matrix becomes one for each head, and back.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// How many columns each head gets.
/// \param X      shape (n, heads d)
/// \param heads  how many, at least 1
/// \return       d
/// \throws std::invalid_argument  unless the columns divide evenly among the heads
inline std::size_t columns_per_head(const Matrix& X, std::size_t heads)
{
    common::require(heads > 0 && X.shape(1) % heads == 0,
                    "split_heads: X has {} columns and there are {} heads; each head needs the same number of columns",
                    X.shape(1), heads);
    return X.shape(1) / heads;
}

/// Cut a matrix into heads: the first head gets the first columns of every row, the second the next ones, and so on.
///
/// \param X      one word per row, shape (n, heads d)
/// \param heads  how many, at least 1
/// \return       for each head a matrix, shape (n, d)
/// \throws std::invalid_argument  unless the columns divide evenly among the heads
inline std::vector<Matrix> split_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = columns_per_head(X, heads);
    if (X.size() == 0) return std::vector<Matrix>(heads, Matrix(xt::zeros<double>({X.shape(0), d})));
    std::vector<Matrix> parts;
    for (std::size_t h = 0; h < heads; ++h) {
        const Matrix part = xt::view(X, xt::all(), xt::range(h * d, (h + 1) * d));  // (n, d)
        parts.push_back(part);
    }
    return parts;
}

/// Put the heads' matrices side by side: undo `split_heads`. They may differ in width.
///
/// \param parts  at least one, each of shape (n, its own d)
/// \return       shape (n, sum of their widths)
/// \throws std::invalid_argument  unless all have the same number of rows
inline Matrix concatenated(const std::vector<Matrix>& parts)
{
    common::require(!parts.empty(), "concatenated: no heads were given; at least one is needed");
    std::size_t width = 0;
    for (const Matrix& part : parts) {
        common::require(part.shape(0) == parts.front().shape(0),
                        "concatenated: one head has {} rows, another {}; all need the same number",
                        parts.front().shape(0), part.shape(0));
        width += part.shape(1);
    }
    Matrix X = xt::zeros<double>({parts.front().shape(0), width});
    std::size_t first = 0;
    for (const Matrix& part : parts) {
        xt::view(X, xt::all(), xt::range(first, first + part.shape(1))) = part;
        first += part.shape(1);
    }
    return X;
}

/// The wrong way, to see what it does: the same numbers in the same order, now called (heads, n, d). Heads get whole words, not
/// their part of each word.
///
/// \param X      one word per row, shape (n, heads d)
/// \param heads  how many, at least 1
/// \return       for each head a matrix, shape (n, d), of the wrong numbers
/// \throws std::invalid_argument  unless the columns divide evenly among the heads
inline std::vector<Matrix> reshaped_without_transpose(const Matrix& X, std::size_t heads)
{
    const std::size_t d = columns_per_head(X, heads);
    xt::xarray<double> numbers = X;           // (n, heads d)
    numbers.reshape({heads, X.shape(0), d});  // should be (n, heads, d), and then transposed
    std::vector<Matrix> parts;
    for (std::size_t h = 0; h < heads; ++h) {
        const Matrix part = xt::view(numbers, h, xt::all(), xt::all());  // (n, d)
        parts.push_back(part);
    }
    return parts;
}

}  // namespace attention
