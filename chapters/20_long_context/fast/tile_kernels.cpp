#include "20_long_context/fast/tile_kernels.hpp"

#include "20_long_context/fast/kernel_tables.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace attention
{

namespace
{

/// Of two tables, the one for this type of number.
template <typename Real>
const KernelSet<Real>* either(const KernelSet<float>& for_float, const KernelSet<double>& for_double)
{
    if constexpr (std::is_same_v<Real, float>)
        return &for_float;
    else
        return &for_double;
}

/// All that this processor can run, the widest first.
template <typename Real>
std::vector<const KernelSet<Real>*> usable_sets()
{
    std::vector<const KernelSet<Real>*> usable;
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512f")) usable.push_back(either<Real>(float_avx512, double_avx512));
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        usable.push_back(either<Real>(float_avx2, double_avx2));
#endif
#ifdef __aarch64__
    usable.push_back(either<Real>(float_neon, double_neon));
#endif
    usable.push_back(either<Real>(float_baseline, double_baseline));
    return usable;
}

template <typename Real>
const KernelSet<Real>& chosen()
{
    const std::vector<const KernelSet<Real>*> usable = usable_sets<Real>();
    const char* wish = std::getenv("DOT_BY_DOT_SIMD");
    for (const KernelSet<Real>* set : usable) {
        if (wish != nullptr && std::string(wish) == set->best.name) return *set;
    }
    return *usable.front();
}

/// What `exponentials` does, by the C library, one number at a time.
template <typename Real>
Real exponentials_by_library(Real* x, std::size_t count, Real maximum)
{
    Real sum = 0;
    for (std::size_t j = 0; j < count; ++j) {
        x[j] = std::exp(x[j] - maximum);
        sum += x[j];
    }
    return sum;
}

/// What `absorb` does, by the C library, one query after the other.
template <typename Real>
void absorb_by_library(common::Tile<Real> S, Real* maximum, Real* sum, Real* keep)
{
    for (std::size_t i = 0; i < S.columns; ++i) {
        Real high = maximum[i];
        for (std::size_t j = 0; j < S.rows; ++j) high = S.row(j)[i] > high ? S.row(j)[i] : high;
        const Real base = high == -std::numeric_limits<Real>::infinity() ? Real{0} : high;
        keep[i] = std::exp(maximum[i] - base);
        sum[i] *= keep[i];
        maximum[i] = high;
    }
    for (std::size_t j = 0; j < S.rows; ++j) {
        for (std::size_t i = 0; i < S.columns; ++i) {
            const Real base = maximum[i] == -std::numeric_limits<Real>::infinity() ? Real{0} : maximum[i];
            S.row(j)[i] = std::exp(S.row(j)[i] - base);
            sum[i] += S.row(j)[i];
        }
    }
}

/// The loops of all rungs.
template <typename Real>
std::array<TileKernels<Real>, 3> ladder()
{
    TileKernels<Real> panels = chosen<Real>().panels;
    TileKernels<Real> registers = chosen<Real>().best;
    panels.exponentials = registers.exponentials = exponentials_by_library<Real>;
    panels.absorb = registers.absorb = absorb_by_library<Real>;
    return {panels, registers, chosen<Real>().best};
}

}  // namespace

template <typename Real>
const TileKernels<Real>& rung_kernels(Rung rung)
{
    static const std::array<TileKernels<Real>, 3> rungs = ladder<Real>();
    return rungs[static_cast<std::size_t>(rung)];
}

template <typename Real>
const TileKernels<Real>& tile_kernels()
{
    return rung_kernels<Real>(Rung::exponential);
}

template <typename Real>
std::vector<const TileKernels<Real>*> usable_kernels()
{
    std::vector<const TileKernels<Real>*> usable;
    for (const KernelSet<Real>* set : usable_sets<Real>()) usable.push_back(&set->best);
    return usable;
}

template const TileKernels<float>& rung_kernels(Rung);
template const TileKernels<double>& rung_kernels(Rung);
template const TileKernels<float>& tile_kernels();
template const TileKernels<double>& tile_kernels();
template std::vector<const TileKernels<float>*> usable_kernels();
template std::vector<const TileKernels<double>*> usable_kernels();

}  // namespace attention
