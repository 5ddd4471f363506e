/// \file
/// Products of matrices through BLAS, which is many times faster than three loops.
#pragma once

#include "common/tensor.hpp"

namespace common
{

/// The product A B.
/// \param A  shape (n, k)
/// \param B  shape (k, m)
/// \return   shape (n, m); all 0 where k is 0
/// \throws std::invalid_argument  unless A has as many columns as B has rows
Matrix product(const Matrix& A, const Matrix& B);

/// The product A B^T: the dot product of every row of A with every row of B.
/// \param A  shape (n, k)
/// \param B  shape (m, k)
/// \return   shape (n, m); all 0 where k is 0
/// \throws std::invalid_argument  unless A and B have as many columns
Matrix product_transposed(const Matrix& A, const Matrix& B);

/// The solution x of A x = b, by LAPACK.
/// \param A  shape (n, n)
/// \param b  shape (n)
/// \return   shape (n)
/// \throws std::invalid_argument  unless A is square and as high as b
/// \throws std::runtime_error     where A has no inverse
Vector solve(const Matrix& A, const Vector& b);

/// A matrix as U diag(S) V^T, with orthonormal columns in U and V.
struct Decomposition {
    Matrix U;  ///< shape (rows, r), r the smaller of rows and columns
    Vector S;  ///< the singular values, the largest first, shape (r)
    Matrix V;  ///< shape (columns, r)
};

/// The singular value decomposition, by LAPACK. The largest coordinate of each column of U is positive.
/// \param A  shape (rows, columns)
/// \throws std::runtime_error  where it does not converge, as with NaN
Decomposition singular_values(const Matrix& A);

}  // namespace common
