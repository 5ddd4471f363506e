#include "20_long_context/fast/kernel_tables.hpp"
#include "20_long_context/fast/vector_loops.hpp"

namespace attention
{

constinit const TileKernels<float> float_baseline = VectorLoops<float, 16, 6>::kernels("baseline");
constinit const TileKernels<double> double_baseline = VectorLoops<double, 16, 6>::kernels("baseline");

}  // namespace attention
