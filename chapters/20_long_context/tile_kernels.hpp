/// \file
/// Chapter 20: the three loops in which attention spends its time, made for the processor at hand.
#pragma once

#include <cstddef>
#include <vector>

namespace attention
{

/// The inner loops, for one type of number and one kind of processor.
///
/// Tiles are padded so that loops need no ends: a height is a multiple of `rows`, a width a multiple of `columns`.
template <typename Real>
struct TileKernels {
    const char* name;     ///< the kind of processor: avx512, avx2 or baseline
    std::size_t rows;     ///< heights are multiples of this
    std::size_t columns;  ///< widths are multiples of this

    /// C = A B, or C = C + A B.
    /// \param height   of A and C
    /// \param depth    the width of A and the height of B
    /// \param width    of B and C
    /// \param A        row after row, `a_stride` apart
    /// \param B        panels of `columns` columns, each row after row, `panel` numbers apart
    /// \param C        row after row, `c_stride` apart
    void (*multiply)(std::size_t height, std::size_t depth, std::size_t width, const Real* A, std::size_t a_stride,
                     const Real* B, std::size_t panel, Real* C, std::size_t c_stride, bool add);

    /// The largest of some numbers; -infinity for none. NaN is passed over.
    Real (*largest)(const Real* x, std::size_t count);

    /// Put exp(x_j - maximum) in the place of each x_j. \return their sum
    Real (*exponentials)(Real* x, std::size_t count, Real maximum);

    /// Multiply numbers by a factor.
    void (*scale)(Real* x, std::size_t count, Real factor);
};

/// The kernels for this processor, the widest that it can run; or those that the environment variable
/// `DOT_BY_DOT_SIMD` names, if it can run those.
template <typename Real>
const TileKernels<Real>& tile_kernels();

/// The same for float.
template <>
const TileKernels<float>& tile_kernels();

/// The same for double.
template <>
const TileKernels<double>& tile_kernels();

/// All kernels that this processor can run, the widest first; the last are those that any can run.
template <typename Real>
std::vector<const TileKernels<Real>*> usable_kernels();

}  // namespace attention
