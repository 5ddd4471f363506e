// `common/blas.hpp` for live pages, by loops: a browser has no BLAS, and the matrices of a page are small.

#include "common/blas.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace common
{

namespace
{

/// One row of a matrix minus a multiple of another one, and the same for the right side.
void subtract_row(Matrix& A, Vector& b, std::size_t from, std::size_t row, std::size_t column)
{
    const double factor = A(from, column) / A(row, column);
    for (std::size_t j = column; j < A.shape(1); ++j) A(from, j) -= factor * A(row, j);
    b(from) -= factor * b(row);
}

/// The largest number of a column, from the diagonal on down, brought to the diagonal.
void pivot(Matrix& A, Vector& b, std::size_t column)
{
    std::size_t best = column;
    for (std::size_t i = column; i < A.shape(0); ++i)
        if (std::abs(A(i, column)) > std::abs(A(best, column))) best = i;
    for (std::size_t j = 0; j < A.shape(1); ++j) std::swap(A(column, j), A(best, j));
    std::swap(b(column), b(best));
}

double column_product(const Matrix& A, std::size_t p, std::size_t q)
{
    double sum = 0;
    for (std::size_t i = 0; i < A.shape(0); ++i) sum += A(i, p) * A(i, q);
    return sum;
}

void rotate_columns(Matrix& A, std::size_t p, std::size_t q, double cosine, double sine)
{
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        const double first = A(i, p);
        A(i, p) = cosine * first - sine * A(i, q);
        A(i, q) = sine * first + cosine * A(i, q);
    }
}

/// Turn two columns of W until they are at right angles, and V with them. How far from it they were, as a cosine.
double straighten(Matrix& W, Matrix& V, std::size_t p, std::size_t q)
{
    const double alpha = column_product(W, p, p);
    const double beta = column_product(W, q, q);
    const double gamma = column_product(W, p, q);
    if (gamma == 0 || alpha == 0 || beta == 0) return 0;
    const double zeta = (beta - alpha) / (2 * gamma);
    const double tangent = (zeta < 0 ? -1 : 1) / (std::abs(zeta) + std::sqrt(1 + zeta * zeta));
    const double cosine = 1 / std::sqrt(1 + tangent * tangent);
    rotate_columns(W, p, q, cosine, cosine * tangent);
    rotate_columns(V, p, q, cosine, cosine * tangent);
    return std::abs(gamma) / std::sqrt(alpha * beta);
}

/// All pairs of columns, again and again, until all are at right angles (Jacobi's method, one-sided).
void straighten_all(Matrix& W, Matrix& V)
{
    for (int sweep = 0; sweep < 60; ++sweep) {
        double worst = 0;
        for (std::size_t p = 0; p < W.shape(1); ++p)
            for (std::size_t q = p + 1; q < W.shape(1); ++q) worst = std::max(worst, straighten(W, V, p, q));
        if (worst < 1e-15) return;
    }
}

/// The columns by size, the largest first.
std::vector<std::size_t> by_size(const Matrix& W)
{
    std::vector<std::size_t> order(W.shape(1));
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return column_product(W, a, a) > column_product(W, b, b); });
    return order;
}

/// The sign that `common/blas.cpp` chooses: the largest entry of a column of U is positive.
double sign_of(const Matrix& W, std::size_t column)
{
    const Vector w = column_of(W, column);
    return *std::ranges::max_element(w) < -*std::ranges::min_element(w) ? -1.0 : 1.0;
}

}  // namespace

Matrix product(const Matrix& A, const Matrix& B)
{
    require(A.shape(1) == B.shape(0), "product: A has {} columns but B has {} rows; A B needs as many", A.shape(1),
            B.shape(0));
    Matrix C = xt::zeros<double>({A.shape(0), B.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i)
        for (std::size_t k = 0; k < A.shape(1); ++k)
            for (std::size_t j = 0; j < B.shape(1); ++j) C(i, j) += A(i, k) * B(k, j);
    return C;
}

Matrix product_transposed(const Matrix& A, const Matrix& B)
{
    require(A.shape(1) == B.shape(1), "product_transposed: A has {} columns but B has {}; A B^T needs as many",
            A.shape(1), B.shape(1));
    Matrix C = xt::zeros<double>({A.shape(0), B.shape(0)});
    for (std::size_t i = 0; i < A.shape(0); ++i)
        for (std::size_t j = 0; j < B.shape(0); ++j)
            for (std::size_t k = 0; k < A.shape(1); ++k) C(i, j) += A(i, k) * B(j, k);
    return C;
}

Vector solve(const Matrix& A, const Vector& b)
{
    require(A.shape(0) == A.shape(1) && A.shape(0) == b.size(),
            "solve: A is ({}, {}) and b has {} numbers; A must be square and as high as b", A.shape(0), A.shape(1),
            b.size());
    Matrix M = A;
    Vector x = b;
    for (std::size_t column = 0; column < x.size(); ++column) {
        pivot(M, x, column);
        for (std::size_t i = 0; i < x.size(); ++i)
            if (i != column) subtract_row(M, x, i, column, column);
    }
    for (std::size_t i = 0; i < x.size(); ++i) x(i) /= M(i, i);
    return x;
}

Decomposition singular_values(const Matrix& A)
{
    const bool is_wide = A.shape(0) < A.shape(1);
    Matrix W = is_wide ? Matrix(xt::transpose(A)) : A;
    const std::size_t count = W.shape(1);
    Matrix V = xt::eye<double>(count);
    straighten_all(W, V);
    const std::vector<std::size_t> order = by_size(W);
    Decomposition result{xt::zeros<double>({W.shape(0), count}), xt::zeros<double>({count}),
                         xt::zeros<double>({count, count})};
    for (std::size_t c = 0; c < count; ++c) {
        const std::size_t from = order[c];
        const double size = std::sqrt(column_product(W, from, from));
        const double sign = is_wide ? sign_of(V, from) : sign_of(W, from);
        result.S(c) = size;
        for (std::size_t i = 0; i < W.shape(0); ++i) result.U(i, c) = size > 0 ? sign * W(i, from) / size : 0;
        for (std::size_t i = 0; i < count; ++i) result.V(i, c) = sign * V(i, from);
    }
    if (is_wide) std::swap(result.U, result.V);
    return result;
}

}  // namespace common
