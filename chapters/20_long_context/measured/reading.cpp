#include "20_long_context/measured/reading.hpp"

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include <cstddef>
#include <cstring>
#include <string_view>

namespace attention
{

namespace
{

thread_local volatile float sink;  // what is written here, the compiler must compute

}  // namespace

// From two places at a time, which keeps more of the memory busy than one.
#define READ_THROUGH(name, kind, bytes)                                                                                \
    kind __attribute__((noinline)) void name(const float* numbers, std::size_t count)                                  \
    {                                                                                                                  \
        using Numbers = Pack<float, bytes>;                                                                            \
        constexpr std::size_t width = bytes / sizeof(float);                                                           \
        const std::size_t half = count / 2 / (4 * width) * (4 * width);                                                \
        Numbers sums[4] = {};                                                                                          \
        for (std::size_t i = 0; i < half; i += 4 * width) {                                                            \
            for (const float* from : {numbers + i, numbers + half + i}) {                                              \
                _Pragma("GCC unroll 4") for (std::size_t j = 0; j < 4; ++j)                                            \
                {                                                                                                      \
                    Numbers some;                                                                                      \
                    std::memcpy(&some, from + j * width, bytes);                                                       \
                    sums[j] += some;                                                                                   \
                }                                                                                                      \
            }                                                                                                          \
        }                                                                                                              \
        sink = ((sums[0] + sums[1]) + (sums[2] + sums[3]))[0];                                                         \
    }

#ifdef __x86_64__
READ_THROUGH(in_avx512, __attribute__((target("avx512f"))), 64)
READ_THROUGH(in_avx2, __attribute__((target("avx2,fma"))), 32)
READ_THROUGH(in_baseline, __attribute__((target("sse2"))), 16)
#else
READ_THROUGH(in_baseline, , 16)
#endif

void read_through(const float* numbers, std::size_t count)
{
#ifdef __x86_64__
    const std::string_view kind = tile_kernels<float>().name;
    if (kind == "avx512") return in_avx512(numbers, count);
    if (kind == "avx2") return in_avx2(numbers, count);
#endif
    in_baseline(numbers, count);
}

}  // namespace attention
