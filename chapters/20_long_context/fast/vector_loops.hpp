/// \file
/// Chapter 20: the inner loops, written once, for packs of any size. Compiled once for each kind of processor.
///
/// Each kind has its own size of pack, and so its own functions: the linker cannot mistake one made for a wide processor for
/// one that runs anywhere.
#pragma once

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include <cstddef>
#include <cstring>
#include <limits>

namespace attention
{

/// The inner loops over packs of `Bytes` bytes, `Rows` rows of a product at a time.
template <typename Real, int Bytes, std::size_t Rows>
struct VectorLoops {
    using Numbers = Pack<Real, Bytes>;                                      ///< a pack
    static constexpr std::size_t lanes = Bytes / sizeof(Real);              ///< numbers in it
    static constexpr std::size_t columns = 2 * lanes;                       ///< of a panel
    static constexpr Real lowest = -std::numeric_limits<Real>::infinity();  ///< the maximum of nothing

    /// A pack from memory, aligned or not.
    static Numbers load(const Real* from)
    {
        Numbers numbers;
        std::memcpy(&numbers, from, sizeof numbers);
        return numbers;
    }

    /// A pack to memory.
    static void store(Real* to, Numbers numbers) { std::memcpy(to, &numbers, sizeof numbers); }

    /// `Rows` rows of C by the columns of one panel. They stay in registers from the first term to the last.
    static void multiply_block(std::size_t depth, const Real* A, std::size_t a_stride, const Real* panel, Real* C,
                               std::size_t c_stride, bool add)
    {
        Numbers left[Rows];
        Numbers right[Rows];
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) {
            left[i] = add ? load(C + i * c_stride) : Numbers{};
            right[i] = add ? load(C + i * c_stride + lanes) : Numbers{};
        }
        for (std::size_t k = 0; k < depth; ++k) {
            const Numbers b_left = load(panel + k * columns);
            const Numbers b_right = load(panel + k * columns + lanes);
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Rows; ++i) {
                left[i] += A[i * a_stride + k] * b_left;
                right[i] += A[i * a_stride + k] * b_right;
            }
        }
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) {
            store(C + i * c_stride, left[i]);
            store(C + i * c_stride + lanes, right[i]);
        }
    }

    /// All of C. A panel stays in the nearest cache while all rows of A go past it.
    static void multiply(std::size_t height, std::size_t depth, std::size_t width, const Real* A, std::size_t a_stride,
                         const Real* B, std::size_t panel, Real* C, std::size_t c_stride, bool add)
    {
        for (std::size_t c = 0; c < width; c += columns) {
            for (std::size_t i = 0; i < height; i += Rows) {
                multiply_block(depth, A + i * a_stride, a_stride, B + c / columns * panel, C + i * c_stride + c,
                               c_stride, add);
            }
        }
    }

    /// The largest of some numbers; NaN is passed over.
    static Real largest(const Real* x, std::size_t count)
    {
        Numbers high = Numbers{} + lowest;
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) {
            const Numbers next = load(x + j);
            high = next > high ? next : high;
        }
        Real result = lowest;
        for (std::size_t lane = 0; lane < lanes; ++lane) result = high[lane] > result ? high[lane] : result;
        for (; j < count; ++j) result = x[j] > result ? x[j] : result;
        return result;
    }

    /// exp(x - maximum) in the place of x. \return their sum
    static Real exponentials(Real* x, std::size_t count, Real maximum)
    {
        Numbers sums{};
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) {
            const Numbers e = exponential<Real, Bytes>(load(x + j) - maximum);
            store(x + j, e);
            sums += e;
        }
        Real sum = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) sum += sums[lane];
        for (; j < count; ++j) {  // the last few, each in its own pack
            x[j] = exponential<Real, Bytes>(Numbers{} + (x[j] - maximum))[0];
            sum += x[j];
        }
        return sum;
    }

    /// Multiply numbers by a factor.
    static void scale(Real* x, std::size_t count, Real factor)
    {
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) store(x + j, load(x + j) * factor);
        for (; j < count; ++j) x[j] *= factor;
    }

    /// All of them under one name.
    static constexpr TileKernels<Real> kernels(const char* name)
    {
        return {name, Rows, columns, multiply, largest, exponentials, scale};
    }
};

}  // namespace attention
