// `common/tile.hpp` for live pages, by loops.

#include "common/tile.hpp"

#include <cstddef>

namespace common
{

namespace
{

template <typename Real>
void with_transposed(Real factor, Tile<const Real> A, Tile<const Real> B, Tile<Real> C, bool adds)
{
    for (std::size_t i = 0; i < C.rows; ++i) {
        for (std::size_t j = 0; j < C.columns; ++j) {
            Real sum = 0;
            for (std::size_t k = 0; k < A.columns; ++k) sum += A.row(i)[k] * B.row(j)[k];
            C.row(i)[j] = (adds ? C.row(i)[j] : Real{0}) + factor * sum;
        }
    }
}

/// C = C + A B, or C + A^T B.
template <bool is_transposed, typename Real>
void add(Tile<const Real> A, Tile<const Real> B, Tile<Real> C)
{
    for (std::size_t i = 0; i < C.rows; ++i) {
        for (std::size_t k = 0; k < B.rows; ++k) {
            const Real factor = is_transposed ? A.row(k)[i] : A.row(i)[k];
            for (std::size_t j = 0; j < C.columns; ++j) C.row(i)[j] += factor * B.row(k)[j];
        }
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
void add_product(Tile<const float> A, Tile<const float> B, Tile<float> C) { add<false>(A, B, C); }
void add_product(Tile<const double> A, Tile<const double> B, Tile<double> C) { add<false>(A, B, C); }
void add_product_with_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C)
{
    with_transposed(1.0F, A, B, C, true);
}
void add_product_with_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    with_transposed(1.0, A, B, C, true);
}
void add_product_of_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C) { add<true>(A, B, C); }
void add_product_of_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C) { add<true>(A, B, C); }

void multiply_vector(float factor, Tile<const float> A, const float* x, float* y)
{
    for (std::size_t i = 0; i < A.rows; ++i) {
        y[i] = 0;
        for (std::size_t k = 0; k < A.columns; ++k) y[i] += factor * A.row(i)[k] * x[k];
    }
}

void add_vector_product(const float* x, Tile<const float> A, float* y)
{
    for (std::size_t i = 0; i < A.rows; ++i)
        for (std::size_t k = 0; k < A.columns; ++k) y[k] += x[i] * A.row(i)[k];
}

const char* blas_core() { return ""; }

}  // namespace common
