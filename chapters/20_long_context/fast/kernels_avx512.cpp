#include "20_long_context/fast/kernel_tables.hpp"

namespace attention
{

constinit const KernelSet<float> float_avx512 = kernel_set<float, 64, 12>("avx512");
constinit const KernelSet<double> double_avx512 = kernel_set<double, 64, 12>("avx512");

}  // namespace attention
