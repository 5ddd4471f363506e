#include "22_kv_cache/decoding/eight_bit_kernels.hpp"

#include "20_long_context/fast/tile_kernels.hpp"

#include <string_view>
#include <vector>

namespace attention
{

std::vector<const EightBitKernels*> usable_eight_bit_kernels()
{
    std::vector<const EightBitKernels*> usable;
#ifdef __x86_64__
    for (const TileKernels<float>* of_floats : usable_kernels<float>()) {
        for (const EightBitKernels* kernels : {&eight_bit_avx512, &eight_bit_avx2}) {
            if (std::string_view(kernels->name) == of_floats->name) usable.push_back(kernels);
        }
    }
#endif
    usable.push_back(&eight_bit_baseline);
    return usable;
}

const EightBitKernels& eight_bit_kernels()
{
    for (const EightBitKernels* kernels : usable_eight_bit_kernels()) {
        if (std::string_view(kernels->name) == tile_kernels<float>().name) return *kernels;
    }
    return eight_bit_baseline;
}

}  // namespace attention
