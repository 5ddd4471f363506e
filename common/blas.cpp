#include "common/blas.hpp"

#include "common/require.hpp"

#include <xtensor-blas/xlinalg.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace common
{

namespace
{

/// xtensor-blas guesses from addresses when a factor is its own transpose, and has returned wrong shapes for views of one
/// buffer. Nothing leaves this file without the shape it should have.
void require_shape(const Matrix& C, std::size_t rows, std::size_t columns)
{
    if (C.shape(0) == rows && C.shape(1) == columns) return;
    throw std::logic_error(fmt::format("BLAS returned a product of shape ({}, {}) where ({}, {}) was due", C.shape(0),
                                       C.shape(1), rows, columns));
}

}  // namespace

Matrix product(const Matrix& A, const Matrix& B)
{
    require(A.shape(1) == B.shape(0), "product: A has {} columns but B has {} rows; A B needs as many", A.shape(1),
            B.shape(0));
    if (A.size() == 0 || B.size() == 0) return xt::zeros<double>({A.shape(0), B.shape(1)});
    const Matrix C = xt::linalg::dot(A, B);
    require_shape(C, A.shape(0), B.shape(1));
    return C;
}

Matrix product_transposed(const Matrix& A, const Matrix& B)
{
    require(A.shape(1) == B.shape(1), "product_transposed: A has {} columns but B has {}; A B^T needs as many",
            A.shape(1), B.shape(1));
    if (A.size() == 0 || B.size() == 0) return xt::zeros<double>({A.shape(0), B.shape(0)});
    const Matrix C = xt::linalg::dot(A, xt::transpose(B));
    require_shape(C, A.shape(0), B.shape(0));
    return C;
}

Vector solve(const Matrix& A, const Vector& b)
{
    require(A.shape(0) == A.shape(1) && A.shape(0) == b.size(),
            "solve: A is ({}, {}) and b has {} numbers; A must be square and as high as b", A.shape(0), A.shape(1),
            b.size());
    if (b.size() == 0) return b;
    return xt::linalg::solve(A, b);
}

Decomposition singular_values(const Matrix& A)
{
    const std::size_t smaller = std::min(A.shape(0), A.shape(1));
    if (smaller == 0) {
        return {xt::zeros<double>({A.shape(0), smaller}), xt::zeros<double>({smaller}),
                xt::zeros<double>({A.shape(1), smaller})};
    }
    const auto [U, S, V_transposed] = xt::linalg::svd(A, false);
    Decomposition result{U, S, xt::transpose(V_transposed)};
    for (std::size_t c = 0; c < smaller; ++c) {  // LAPACK leaves the sign open
        const Vector u = column_of(result.U, c);
        const double sign = xt::amax(u)() < xt::amax(Vector(-u))() ? -1.0 : 1.0;
        for (std::size_t i = 0; i < A.shape(0); ++i) result.U(i, c) *= sign;
        for (std::size_t j = 0; j < A.shape(1); ++j) result.V(j, c) *= sign;
    }
    return result;
}

}  // namespace common
