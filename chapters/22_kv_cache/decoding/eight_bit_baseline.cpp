#include "22_kv_cache/decoding/eight_bit_kernels.hpp"
#include "22_kv_cache/decoding/eight_bit_loops.hpp"

namespace attention
{

constinit const EightBitKernels eight_bit_baseline = EightBitLoops<16>::kernels("baseline");

}  // namespace attention
