/// \file
/// Chapter 20: the inner loops of each kind of processor, to choose from. Each is compiled in its own file.
#pragma once

#include "20_long_context/fast/tile_kernels.hpp"

namespace attention
{

#ifdef __x86_64__
extern const TileKernels<float> float_avx512;    ///< needs AVX-512
extern const TileKernels<double> double_avx512;  ///< the same for doubles
extern const TileKernels<float> float_avx2;      ///< needs AVX2 and FMA
extern const TileKernels<double> double_avx2;    ///< the same for doubles
#endif
extern const TileKernels<float> float_baseline;    ///< runs anywhere
extern const TileKernels<double> double_baseline;  ///< the same for doubles

}  // namespace attention
