#include "20_long_context/fast/kernel_tables.hpp"

namespace attention
{

constinit const KernelSet<float> float_avx2 = kernel_set<float, 32, 6>("avx2");
constinit const KernelSet<double> double_avx2 = kernel_set<double, 32, 6>("avx2");

}  // namespace attention
