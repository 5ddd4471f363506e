/// \file
/// Chapter 5: one word in three roles.
#pragma once

#include "03_weighted_sum/weighted_sum.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// What a word is in one of its roles: q = x W, and likewise k and v.
///
/// A row times a matrix is a weighted sum of the matrix's rows (chapter 3): row c of W says what coordinate c of x
/// contributes.
///
/// \param x  a word's vector, shape (d)
/// \param W  a projection, shape (d, d_k)
/// \return   shape (d_k)
/// \throws std::invalid_argument  unless W has a row for each coordinate of x
inline Vector project(const Vector& x, const Matrix& W)
{
    common::require(x.size() == W.shape(0),
                    "project: x has {} coordinates but W has {} rows; each coordinate needs a row", x.size(),
                    W.shape(0));
    return weighted_sum(x, W);
}

/// The same for every word of a sentence: Q = X W, and likewise K and V.
///
/// \param X  words, one per row, shape (n, d)
/// \param W  a projection, shape (d, d_k)
/// \return   shape (n, d_k)
/// \throws std::invalid_argument  unless W has a row for each coordinate of a word
inline Matrix project_rows(const Matrix& X, const Matrix& W)
{
    common::require(X.shape(1) == W.shape(0),
                    "project_rows: words have {} coordinates but W has {} rows; each coordinate needs a row",
                    X.shape(1), W.shape(0));
    Matrix projected = xt::zeros<double>({X.shape(0), W.shape(1)});
    for (std::size_t i = 0; i < X.shape(0); ++i) set_row(projected, i, project(row_of(X, i), W));
    return projected;
}

/// The three projections of an attention layer: what a model learns.
struct Projections {
    Matrix W_Q;  ///< shape (d, d_k)
    Matrix W_K;  ///< shape (d, d_k)
    Matrix W_V;  ///< shape (d, d_v)
};

/// A sentence in its three roles.
struct Roles {
    Matrix Q;  ///< what each word looks for, shape (n, d_k)
    Matrix K;  ///< what each word contains, shape (n, d_k)
    Matrix V;  ///< what each word hands over, shape (n, d_v)
};

/// Put every word of a sentence into its three roles.
///
/// \param X  words, one per row, shape (n, d)
/// \param W  the projections, each with d rows
/// \return   queries, keys and values of the sentence
/// \throws std::invalid_argument  unless each projection has a row for each coordinate of a word
inline Roles roles_of(const Matrix& X, const Projections& W)
{
    return {project_rows(X, W.W_Q), project_rows(X, W.W_K), project_rows(X, W.W_V)};
}

}  // namespace attention
