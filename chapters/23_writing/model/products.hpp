/// \file
/// Chapter 23: products into matrices whose memory is used again, step after step.
#pragma once

#include "17_induction/model.hpp"

#include "common/tile.hpp"

#include <cstddef>

namespace attention
{

/// Make a matrix of this size, with anything in it; its memory is used again where the size is the same.
template <typename Real>
void make_room(Numbers<Real>& M, std::size_t rows, std::size_t columns)
{
    if (M.shape(0) != rows || M.shape(1) != columns) M.resize({rows, columns});
}

/// The same, all 0.
template <typename Real>
void clear(Numbers<Real>& M, std::size_t rows, std::size_t columns)
{
    make_room(M, rows, columns);
    M.fill(0);
}

/// C = A B.
template <typename Real>
void product_into(const Numbers<Real>& A, const Numbers<Real>& B, Numbers<Real>& C)
{
    clear(C, A.shape(0), B.shape(1));
    common::add_product(common::tile_of(A), common::tile_of(B), common::tile_of(C));
}

/// C = A B^T.
template <typename Real>
void product_with_transposed_into(const Numbers<Real>& A, const Numbers<Real>& B, Numbers<Real>& C)
{
    make_room(C, A.shape(0), B.shape(0));
    common::multiply_transposed(Real{1}, common::tile_of(A), common::tile_of(B), common::tile_of(C));
}

/// Back through C = A B, where B is something learned: dB = dB + A^T dC.
template <typename Real>
void add_to_gradient(const Numbers<Real>& A, const Numbers<Real>& dC, Numbers<Real>& dB)
{
    common::add_product_of_transposed(common::tile_of(A), common::tile_of(dC), common::tile_of(dB));
}

/// Back through C = A B: dA = dA + dC B^T.
template <typename Real>
void add_passed_back(const Numbers<Real>& dC, const Numbers<Real>& B, Numbers<Real>& dA)
{
    common::add_product_with_transposed(common::tile_of(dC), common::tile_of(B), common::tile_of(dA));
}

}  // namespace attention
