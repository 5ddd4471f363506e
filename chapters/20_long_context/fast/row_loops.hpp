/// \file
/// Chapter 20: inner loops over a row of numbers, as the forms on BLAS and few queries need them.
#pragma once

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/packs.hpp"

#include <cstddef>
#include <limits>

namespace attention
{

/// Loops over packs of `Bytes` bytes. What they do, `TileKernels` says.
template <typename Real, int Bytes>
struct RowLoops : private Packs<Real, Bytes> {
    using Numbers = Pack<Real, Bytes>;                                      ///< a pack
    static constexpr Real lowest = -std::numeric_limits<Real>::infinity();  ///< the maximum of nothing
    using Packs<Real, Bytes>::lanes, Packs<Real, Bytes>::load, Packs<Real, Bytes>::store;

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
        Real sum = Packs<Real, Bytes>::template sum_of<Bytes>(sums);
        for (; j < count; ++j) {  // the last few, each in its own pack
            x[j] = exponential<Real, Bytes>(Numbers{} + (x[j] - maximum))[0];
            sum += x[j];
        }
        return sum;
    }

    /// Whether there is no NaN and no infinity: 0 times such a number is not 0.
    static bool all_finite(const Real* x, std::size_t count)
    {
        Numbers zeros{};
        Numbers more{};
        std::size_t j = 0;
        for (; j + 2 * lanes <= count; j += 2 * lanes) {
            zeros += Real{0} * load(x + j);
            more += Real{0} * load(x + j + lanes);
        }
        Real zero = Packs<Real, Bytes>::template sum_of<Bytes>(zeros + more);
        for (; j < count; ++j) zero += Real{0} * x[j];
        return zero == Real{0};
    }

    /// Multiply numbers by a factor.
    static void scale(Real* x, std::size_t count, Real factor)
    {
        std::size_t j = 0;
        for (; j + lanes <= count; j += lanes) store(x + j, load(x + j) * factor);
        for (; j < count; ++j) x[j] *= factor;
    }
};

}  // namespace attention
