/// \file
/// Chapter 20: the three loops in which attention spends its time, made for the processor at hand.
#pragma once

#include <cstddef>
#include <vector>

namespace attention
{

/// The inner loops, for one type of number and one kind of processor.
///
/// Tiles are padded so that the loops need no special case at the end: a height is a multiple of `rows`, a width of `columns`.
template <typename Real>
struct TileKernels {
    const char* name;     ///< the kind of processor: avx512, avx2 or baseline
    std::size_t rows;     ///< heights are multiples of this
    std::size_t columns;  ///< widths are multiples of this

    /// C = A B, or C = C + A B.
    /// \param height   of A and C
    /// \param depth    the width of A and the height of B
    /// \param width    of B and C
    /// \param A        row by row, `a_stride` apart
    /// \param B        panels of `columns` columns, each row by row, `panel` numbers apart
    /// \param C        row by row, `c_stride` apart
    void (*multiply)(std::size_t height, std::size_t depth, std::size_t width, const Real* A, std::size_t a_stride,
                     const Real* B, std::size_t panel, Real* C, std::size_t c_stride, bool add);

    /// The largest of some numbers; -infinity for none. NaN is passed over.
    Real (*largest)(const Real* x, std::size_t count);

    /// Replace each x_j by exp(x_j - maximum). \return their sum
    Real (*exponentials)(Real* x, std::size_t count, Real maximum);

    /// Multiply numbers by a factor.
    void (*scale)(Real* x, std::size_t count, Real factor);
};

/// The kernels for this processor: the widest that it can run, or those that the environment variable `DOT_BY_DOT_SIMD`
/// names, if it can run them.
template <typename Real>
const TileKernels<Real>& tile_kernels();

/// The same for float.
template <>
const TileKernels<float>& tile_kernels();

/// The same for double.
template <>
const TileKernels<double>& tile_kernels();

/// All kernels that this processor can run, the widest first. The last ones run anywhere.
template <typename Real>
std::vector<const TileKernels<Real>*> usable_kernels();

}  // namespace attention
