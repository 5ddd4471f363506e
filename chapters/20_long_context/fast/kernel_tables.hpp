/// \file
/// Chapter 20: the inner loops of each kind of processor, to choose from. Each is compiled in its own file.
#pragma once

#include "20_long_context/fast/panel_loops.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/fast/vector_loops.hpp"

#include <cstddef>

namespace attention
{

/// The loops for one kind of processor: those to use, and the lower rung's.
template <typename Real>
struct KernelSet {
    TileKernels<Real> best;    ///< sums in registers
    TileKernels<Real> panels;  ///< the same, but products are plain loops
};

/// Both, from `Loops`: `VectorLoops` or what is like it.
template <typename Real, typename Loops>
constexpr KernelSet<Real> kernel_set_of(const char* name)
{
    KernelSet<Real> set{Loops::kernels(name), Loops::kernels(name)};
    set.panels.rows = 1;
    set.panels.score = PanelLoops<Real, Loops::columns>::score;
    set.panels.blend = PanelLoops<Real, Loops::columns>::blend;
    return set;
}

/// Both, for packs of `Bytes` bytes and tiles of `Rows` rows.
template <typename Real, int Bytes, std::size_t Rows>
constexpr KernelSet<Real> kernel_set(const char* name)
{
    return kernel_set_of<Real, VectorLoops<Real, Bytes, Rows>>(name);
}

#ifdef __x86_64__
extern const KernelSet<float> float_avx512;    ///< needs AVX-512
extern const KernelSet<double> double_avx512;  ///< the same for doubles
extern const KernelSet<float> float_avx2;      ///< needs AVX2 and FMA
extern const KernelSet<double> double_avx2;    ///< the same for doubles
#endif
#ifdef __aarch64__
extern const KernelSet<float> float_neon;    ///< runs on any 64-bit Arm
extern const KernelSet<double> double_neon;  ///< the same for doubles
#endif
extern const KernelSet<float> float_baseline;    ///< runs anywhere
extern const KernelSet<double> double_baseline;  ///< the same for doubles

}  // namespace attention
