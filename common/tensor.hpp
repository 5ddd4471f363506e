/// \file
/// The tensors of this tutorial: xtensor's containers under three short names.
/// This is the only file that includes xtensor's headers.
#pragma once

#include <cstddef>
#include <memory>

#if __has_include(<xtensor/containers/xtensor.hpp>)  // xtensor 0.26 and later
#include <xtensor/containers/xadapt.hpp>
#include <xtensor/containers/xtensor.hpp>
#include <xtensor/core/xmath.hpp>
#include <xtensor/generators/xbuilder.hpp>
#include <xtensor/views/xview.hpp>
#else  // xtensor 0.24 and 0.25
#include <xtensor/xadapt.hpp>
#include <xtensor/xbuilder.hpp>
#include <xtensor/xmath.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xview.hpp>

// Clang 19 and later cannot decide between two of these xtensors' rules for a dynamic shape. This one is closer than both.
#if defined(__clang__) && __clang_major__ >= 19
template <class X, class T, std::size_t N>
struct xt::rebind_container<X, xt::svector<T, N, std::allocator<T>, true>> {
    using type = xt::svector<X, N, std::allocator<X>, true>;
};
#endif
#endif

/// What chapters share and a reader may skip: nothing in here is about attention.
namespace common
{

/// A vector of real numbers, shape (n).
using Vector = xt::xtensor<double, 1>;

/// A matrix of real numbers, shape (rows, columns), stored row after row.
using Matrix = xt::xtensor<double, 2>;

/// A matrix of yes and no, shape (rows, columns).
using BoolMatrix = xt::xtensor<bool, 2>;

// The next three are loops, though xt::row and xt::col would serve: every program compiles these lines, and with xtensor's
// views chapter 1 takes a tenth longer to compile.

/// A row of a matrix, as a vector of its own.
inline Vector row_of(const Matrix& M, std::size_t i)
{
    Vector row = xt::zeros<double>({M.shape(1)});
    for (std::size_t j = 0; j < M.shape(1); ++j) row(j) = M(i, j);
    return row;
}

/// A column of a matrix, as a vector of its own.
inline Vector column_of(const Matrix& M, std::size_t j)
{
    Vector column = xt::zeros<double>({M.shape(0)});
    for (std::size_t i = 0; i < M.shape(0); ++i) column(i) = M(i, j);
    return column;
}

/// Put a vector into a matrix as one of its rows.
inline void set_row(Matrix& M, std::size_t i, const Vector& v)
{
    for (std::size_t j = 0; j < M.shape(1); ++j) M(i, j) = v(j);
}

}  // namespace common

/// The mechanism, one piece a chapter.
namespace attention
{

using common::BoolMatrix;
using common::column_of;
using common::Matrix;
using common::row_of;
using common::set_row;
using common::Vector;

}  // namespace attention
