#include "20_long_context/fast/element_loops.hpp"
#include "20_long_context/fast/kernel_tables.hpp"

namespace attention
{

constinit const KernelSet<float> float_neon = kernel_set_of<float, ElementLoops<float>>("neon");
constinit const KernelSet<double> double_neon = kernel_set_of<double, ElementLoops<double>>("neon");

}  // namespace attention
