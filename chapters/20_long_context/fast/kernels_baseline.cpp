#include "20_long_context/fast/kernel_tables.hpp"

namespace attention
{

constinit const KernelSet<float> float_baseline = kernel_set<float, 16, 6>("baseline");
constinit const KernelSet<double> double_baseline = kernel_set<double, 16, 6>("baseline");

}  // namespace attention
