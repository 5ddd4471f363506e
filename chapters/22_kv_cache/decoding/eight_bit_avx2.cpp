#include "22_kv_cache/decoding/eight_bit_kernels.hpp"
#include "22_kv_cache/decoding/eight_bit_loops.hpp"

namespace attention
{

constinit const EightBitKernels eight_bit_avx2 = EightBitLoops<32>::kernels("avx2");

}  // namespace attention
