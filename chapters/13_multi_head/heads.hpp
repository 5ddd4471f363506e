/// \file
/// Chapter 13: one matrix becomes one for each head, and back.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// Cut a matrix into heads: the first gets the first columns of every row, and so on.
///
/// \param X      one token a row, shape (n, heads d)
/// \param heads  how many, at least 1
/// \return       for each head a matrix, shape (n, d)
/// \throws std::invalid_argument  unless the columns can be shared out evenly
inline std::vector<Matrix> split_heads(const Matrix& X, std::size_t heads)
{
    common::require(heads > 0 && X.shape(1) % heads == 0,
                    "split_heads: X has {} columns and there are {} heads; each head needs as many columns", X.shape(1),
                    heads);
    const std::size_t d = X.shape(1) / heads;
    std::vector<Matrix> parts;
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        parts.push_back(part);
    }
    return parts;
}

/// Put the heads' matrices side by side: what `split_heads` took apart. They may have different widths.
///
/// \param parts  at least one, each shape (n, its own d)
/// \return       shape (n, all their widths together)
/// \throws std::invalid_argument  unless all have the same number of rows
inline Matrix concatenated(const std::vector<Matrix>& parts)
{
    common::require(!parts.empty(), "concatenated: no heads were given; at least one is needed");
    std::size_t width = 0;
    for (const Matrix& part : parts) {
        common::require(part.shape(0) == parts.front().shape(0),
                        "concatenated: one head has {} rows, another {}; all need the same", parts.front().shape(0),
                        part.shape(0));
        width += part.shape(1);
    }
    Matrix X = xt::zeros<double>({parts.front().shape(0), width});
    std::size_t first = 0;
    for (const Matrix& part : parts) {
        for (std::size_t i = 0; i < part.shape(0); ++i) {
            for (std::size_t c = 0; c < part.shape(1); ++c) X(i, first + c) = part(i, c);
        }
        first += part.shape(1);
    }
    return X;
}

/// The wrong way, to see what it does: the same numbers in the same order, read as (heads, n, d). Heads get whole tokens, not
/// their part of each token.
///
/// \param X      one token a row, shape (n, heads d)
/// \param heads  how many
/// \return       for each head a matrix, shape (n, d), of the wrong numbers
inline std::vector<Matrix> reshaped_without_transpose(const Matrix& X, std::size_t heads)
{
    std::vector<Matrix> parts = split_heads(X, heads);
    const double* next = X.data();
    for (Matrix& part : parts) {
        for (double& cell : part) cell = *next++;
    }
    return parts;
}

}  // namespace attention
