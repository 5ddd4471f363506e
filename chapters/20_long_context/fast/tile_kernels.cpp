#include "20_long_context/fast/tile_kernels.hpp"

#include "20_long_context/fast/kernel_tables.hpp"

#include <cstdlib>
#include <string>

namespace attention
{

template <>
std::vector<const TileKernels<float>*> usable_kernels()
{
    std::vector<const TileKernels<float>*> usable;
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512f")) usable.push_back(&float_avx512);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) usable.push_back(&float_avx2);
#endif
    usable.push_back(&float_baseline);
    return usable;
}

template <>
std::vector<const TileKernels<double>*> usable_kernels()
{
    std::vector<const TileKernels<double>*> usable;
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512f")) usable.push_back(&double_avx512);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) usable.push_back(&double_avx2);
#endif
    usable.push_back(&double_baseline);
    return usable;
}

namespace
{

template <typename Real>
const TileKernels<Real>& chosen()
{
    const std::vector<const TileKernels<Real>*> usable = usable_kernels<Real>();
    const char* wish = std::getenv("DOT_BY_DOT_SIMD");
    for (const TileKernels<Real>* kernels : usable) {
        if (wish != nullptr && std::string(wish) == kernels->name) return *kernels;
    }
    return *usable.front();
}

}  // namespace

template <>
const TileKernels<float>& tile_kernels()
{
    static const TileKernels<float>& kernels = chosen<float>();
    return kernels;
}

template <>
const TileKernels<double>& tile_kernels()
{
    static const TileKernels<double>& kernels = chosen<double>();
    return kernels;
}

}  // namespace attention
