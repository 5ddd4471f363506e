#include "20_long_context/fast/kernel_tables.hpp"
#include "20_long_context/fast/vector_loops.hpp"

namespace attention
{

constinit const TileKernels<float> float_avx2 = VectorLoops<float, 32, 6>::kernels("avx2");
constinit const TileKernels<double> double_avx2 = VectorLoops<double, 32, 6>::kernels("avx2");

}  // namespace attention
