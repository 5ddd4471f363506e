/// \file
/// A part of a matrix, where it lies, and products of such parts through BLAS.
#pragma once

#include <cstddef>
#include <type_traits>

namespace common
{

/// A rectangle of numbers inside a larger array: nothing is copied, and nothing is owned.
template <typename Real>
struct Tile {
    Real* data = nullptr;     ///< its first number
    std::size_t rows = 0;     ///< how high it is
    std::size_t columns = 0;  ///< how wide it is
    std::size_t stride = 0;   ///< from one row to the next, in numbers; at least `columns`

    /// Where row i begins.
    [[gnu::always_inline]] Real* row(std::size_t i) const { return data + i * stride; }

    /// `count` rows from row `first` on.
    Tile rows_from(std::size_t first, std::size_t count) const { return {row(first), count, columns, stride}; }

    /// `count` columns from column `first` on.
    Tile columns_from(std::size_t first, std::size_t count) const { return {data + first, rows, count, stride}; }

    /// The same numbers, only to read.
    operator Tile<const Real>() const
        requires(!std::is_const_v<Real>)
    {
        return {data, rows, columns, stride};
    }
};

/// All of a matrix that lies row after row, such as an xt::xtensor<Real, 2>.
template <typename Container>
auto tile_of(Container& matrix)
{
    return Tile<std::remove_pointer_t<decltype(matrix.data())>>{matrix.data(), matrix.shape(0), matrix.shape(1),
                                                                matrix.shape(1)};
}

/// C = factor A B^T.
/// \param factor  of every product
/// \param A       shape (n, k)
/// \param B       shape (m, k)
/// \param C       shape (n, m)
void multiply_transposed(float factor, Tile<const float> A, Tile<const float> B, Tile<float> C);

/// The same for doubles.
void multiply_transposed(double factor, Tile<const double> A, Tile<const double> B, Tile<double> C);

/// C = C + A B.
/// \param A  shape (n, k)
/// \param B  shape (k, m)
/// \param C  shape (n, m)
void add_product(Tile<const float> A, Tile<const float> B, Tile<float> C);

/// The same for doubles.
void add_product(Tile<const double> A, Tile<const double> B, Tile<double> C);

/// C = C + A B^T.
/// \param A  shape (n, k)
/// \param B  shape (m, k)
/// \param C  shape (n, m)
void add_product_with_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C);

/// The same for doubles.
void add_product_with_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C);

/// C = C + A^T B.
/// \param A  shape (k, n)
/// \param B  shape (k, m)
/// \param C  shape (n, m)
void add_product_of_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C);

/// The same for doubles.
void add_product_of_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C);

/// y = factor A x, for a single vector: BLAS reads A once and copies nothing.
/// \param factor  of every product
/// \param A       shape (n, k)
/// \param x       k numbers
/// \param y       n numbers
void multiply_vector(float factor, Tile<const float> A, const float* x, float* y);

/// y = y + x A, likewise: some of each row of A.
/// \param x  n numbers
/// \param A  shape (n, k)
/// \param y  k numbers
void add_vector_product(const float* x, Tile<const float> A, float* y);

/// The kind of processor that OpenBLAS takes this machine for, such as `SkylakeX`; empty for another BLAS.
const char* blas_core();

}  // namespace common
