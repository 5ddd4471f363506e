// `common/tile.hpp` for live pages, by loops that the compiler turns into packs of four or two numbers.

#include "common/tile.hpp"

#include <array>
#include <cstddef>

namespace common
{

namespace
{

/// The dot product of n numbers, in four sums that do not wait for each other.
template <typename Real>
Real dot(const Real* a, const Real* b, std::size_t n)
{
    std::array<Real, 4> sums{};
    std::size_t k = 0;
    for (; k + 4 <= n; k += 4)
        for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += a[k + lane] * b[k + lane];
    Real sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    for (; k < n; ++k) sum += a[k] * b[k];
    return sum;
}

/// y = y + factor x, n numbers.
template <typename Real>
void add_multiple(Real factor, const Real* __restrict x, Real* __restrict y, std::size_t n)
{
    for (std::size_t j = 0; j < n; ++j) y[j] += factor * x[j];
}

template <typename Real>
void with_transposed(Real factor, Tile<const Real> A, Tile<const Real> B, Tile<Real> C, bool adds)
{
    for (std::size_t i = 0; i < C.rows; ++i) {
        const Real* a = A.row(i);
        Real* c = C.row(i);
        for (std::size_t j = 0; j < C.columns; ++j)
            c[j] = (adds ? c[j] : Real{0}) + factor * dot(a, B.row(j), A.columns);
    }
}

template <typename Real>
void add(Tile<const Real> A, Tile<const Real> B, Tile<Real> C)
{
    for (std::size_t i = 0; i < C.rows; ++i) {
        const Real* a = A.row(i);
        Real* c = C.row(i);
        for (std::size_t k = 0; k < B.rows; ++k) add_multiple(a[k], B.row(k), c, C.columns);
    }
}

template <typename Real>
void add_of_transposed(Tile<const Real> A, Tile<const Real> B, Tile<Real> C)
{
    for (std::size_t k = 0; k < B.rows; ++k) {
        const Real* a = A.row(k);
        const Real* b = B.row(k);
        for (std::size_t i = 0; i < C.rows; ++i) add_multiple(a[i], b, C.row(i), C.columns);
    }
}

}  // namespace

void multiply_transposed(float factor, Tile<const float> A, Tile<const float> B, Tile<float> C)
{
    with_transposed(factor, A, B, C, false);
}
void multiply_transposed(double factor, Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    with_transposed(factor, A, B, C, false);
}
void add_product(Tile<const float> A, Tile<const float> B, Tile<float> C) { add(A, B, C); }
void add_product(Tile<const double> A, Tile<const double> B, Tile<double> C) { add(A, B, C); }
void add_product_with_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C)
{
    with_transposed(1.0F, A, B, C, true);
}
void add_product_with_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    with_transposed(1.0, A, B, C, true);
}
void add_product_of_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C) { add_of_transposed(A, B, C); }
void add_product_of_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    add_of_transposed(A, B, C);
}

void multiply_vector(float factor, Tile<const float> A, const float* x, float* y)
{
    for (std::size_t i = 0; i < A.rows; ++i) y[i] = factor * dot(A.row(i), x, A.columns);
}

void add_vector_product(const float* x, Tile<const float> A, float* y)
{
    for (std::size_t i = 0; i < A.rows; ++i) add_multiple(x[i], A.row(i), y, A.columns);
}

const char* blas_core() { return ""; }

}  // namespace common
