/// \file
/// A product of two views that xtensor-blas takes for a matrix times its own transpose.
#pragma once

#include "common/tensor.hpp"

#include <xtensor-blas/xlinalg.hpp>

#include <cstddef>

namespace pitfalls
{

/// The scores of the first n words of X with all of them: wrong, since both factors begin at the same number in memory.
///
/// \param X  shape (m, d)
/// \param n  at most m
/// \return   what should have shape (n, m), and has (n, n)
inline common::Matrix scores_of_views(const common::Matrix& X, std::size_t n)
{
    const auto first = xt::view(X, xt::range(0, n), xt::all());
    return xt::linalg::dot(first, xt::transpose(X));  // looks right
}

/// The same with the first n words in a container of their own, which is right.
///
/// \param X  shape (m, d)
/// \param n  at most m
/// \return   shape (n, m)
inline common::Matrix scores_of_containers(const common::Matrix& X, std::size_t n)
{
    const common::Matrix first = xt::view(X, xt::range(0, n), xt::all());  // (n, d), copied
    return xt::linalg::dot(first, xt::transpose(X));                       // (n, m)
}

}  // namespace pitfalls
