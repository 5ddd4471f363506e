/// \file
/// Chapter 20: what the fast form keeps in memory, and what keeping all scores would take.
#pragma once

#include "20_long_context/fast/fast_plan.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include <cstddef>

namespace attention
{

/// Megabytes, 10^6 bytes each.
struct Megabytes {
    double scores = 0.0;   ///< all n by n of them, which nobody keeps
    double tensors = 0.0;  ///< Q, K, V and the output
    double block = 0.0;    ///< one thread's: queries, scores, outputs, m and l
    int threads = 1;       ///< how many of these blocks there are

    /// All of it, except the scores.
    double kept() const { return tensors + threads * block; }
};

/// What the fast form needs for n tokens of size d.
///
/// \param n        tokens
/// \param d        numbers in each query, key and value
/// \param threads  at least 1
/// \param kernels  the inner loops; how wide they are decides about a thread's block
/// \return         the parts, in megabytes
template <typename Real>
Megabytes megabytes(std::size_t n, std::size_t d, int threads, const TileKernels<Real>& kernels = tile_kernels<Real>())
{
    const FastPlan plan = fast_plan<Real>(n, d, d, threads, kernels);
    const auto in_megabytes = [](double numbers) { return numbers * sizeof(Real) / 1e6; };
    const auto all = static_cast<double>(n);  // n * n may be more than a std::size_t of 32 bits can count
    return {in_megabytes(all * all), in_megabytes(4.0 * all * static_cast<double>(d)),
            in_megabytes(static_cast<double>(plan.each)), threads};
}

}  // namespace attention
