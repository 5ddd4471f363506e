#include "20_long_context/fast/kernel_tables.hpp"
#include "20_long_context/fast/vector_loops.hpp"

namespace attention
{

constinit const TileKernels<float> float_avx512 = VectorLoops<float, 64, 12>::kernels("avx512");
constinit const TileKernels<double> double_avx512 = VectorLoops<double, 64, 12>::kernels("avx512");

}  // namespace attention
