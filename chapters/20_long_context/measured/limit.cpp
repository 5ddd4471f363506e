#include "20_long_context/measured/limit.hpp"

#include "20_long_context/fast/exponential.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/best_seconds.hpp"

#include "common/parallel.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace attention
{

namespace
{

thread_local volatile double sink;  // what is written here, the compiler must compute

}  // namespace

#ifdef __aarch64__
// Arm's instruction adds a product to a register. The empty line of assembly hides that all products here are the same one.
#define ONE_STEP                                                                                                       \
    sums[i] += factor * summand;                                                                                       \
    asm("" : "+w"(factor));
#else
#define ONE_STEP sums[i] = sums[i] * factor + summand;
#endif

// NOLINTBEGIN(bugprone-macro-parentheses): names and types stand in no parentheses
// A chain that waits for nothing: 24 sums, or 12 where there are only 16 registers, each long enough to be independent.
#define MULTIPLY_AND_ADD(name, kind, bytes, chains)                                                                    \
    template <typename Real>                                                                                           \
    kind __attribute__((noinline)) double name(std::size_t rounds)                                                     \
    {                                                                                                                  \
        using Numbers = Pack<Real, bytes>;                                                                             \
        Numbers sums[chains];                                                                                          \
        for (int i = 0; i < chains; ++i) sums[i] = Numbers{} + static_cast<Real>(i + 2);                               \
        Numbers factor = Numbers{} + static_cast<Real>(0.999);                                                         \
        const Numbers summand = Numbers{} + static_cast<Real>(0.001);                                                  \
        for (std::size_t round = 0; round < rounds * 24 / chains; ++round) {                                           \
            _Pragma("GCC unroll 24") for (int i = 0; i < chains; ++i) { ONE_STEP }                                     \
        }                                                                                                              \
        Real total = 0;                                                                                                \
        for (int i = 0; i < chains; ++i) total += sums[i][0];                                                          \
        sink = static_cast<double>(total);                                                                             \
        constexpr std::size_t lanes = bytes / sizeof(Real);                                                            \
        return 2.0 * static_cast<double>(24 * lanes * rounds);                                                         \
    }
// NOLINTEND(bugprone-macro-parentheses)

#ifdef __x86_64__
MULTIPLY_AND_ADD(in_avx512, __attribute__((target("avx512f"))), 64, 24)
MULTIPLY_AND_ADD(in_avx2, __attribute__((target("avx2,fma"))), 32, 12)
MULTIPLY_AND_ADD(in_baseline, __attribute__((target("sse2"))), 16, 12)
#else
MULTIPLY_AND_ADD(in_baseline, , 16, 24)
#endif

template <typename Real>
double multiply_and_add(std::size_t rounds)
{
#ifdef __x86_64__
    const std::string_view kind = tile_kernels<Real>().name;
    if (kind == "avx512") return in_avx512<Real>(rounds);
    if (kind == "avx2") return in_avx2<Real>(rounds);
#endif
    return in_baseline<Real>(rounds);
}

template <typename Real>
Limit measured_limit(int threads)
{
    constexpr std::size_t rounds = 400000;
    constexpr std::size_t numbers = 4096;  // they stay in the nearest cache
    constexpr std::size_t passes = 4000;
    const int workers = threads == 0 ? common::processors() : threads;
    const auto best = [workers](const auto& work) {
        const auto on_each = [&](std::size_t) { work(); };
        return best_seconds(
            15, workers, [&] { common::in_parallel(static_cast<std::size_t>(workers), workers, on_each); },
            1.0);  // an emulator needs longer for one
    };
    const double operations = multiply_and_add<Real>(rounds);
    const double multiplying = best([] { multiply_and_add<Real>(rounds); });
    const double raising = best([] {
        std::vector<Real> x(numbers, Real{-1});
        for (std::size_t pass = 0; pass < passes; ++pass)
            tile_kernels<Real>().exponentials(x.data(), x.size(), Real{1});
    });
    return {workers * operations / multiplying / 1e9, workers * static_cast<double>(numbers * passes) / raising / 1e9};
}

template Limit measured_limit<float>(int threads);
template Limit measured_limit<double>(int threads);
template double multiply_and_add<float>(std::size_t rounds);
template double multiply_and_add<double>(std::size_t rounds);

}  // namespace attention
