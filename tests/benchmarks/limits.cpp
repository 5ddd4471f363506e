#include "tests/benchmarks/limits.hpp"

#include "tests/benchmarks/arrays.hpp"
#include "tests/benchmarks/stopwatch.hpp"

#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/limit.hpp"
#include "20_long_context/measured/reading.hpp"
#include "common/parallel.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <memory>

namespace bench
{

namespace
{

constexpr std::size_t exponentials_at_once = 4096;  // they stay in the nearest cache

/// A rate: work on all threads, many small steps of it, and what one step is worth.
struct Rate {
    std::function<double()> step;  ///< does some work and returns how much that was
    int threads = 1;
    std::size_t steps = 0;  ///< of each thread; 0: not known yet

    /// Seconds for a unit of work, all threads together.
    Taken measure()
    {
        double each = 0.0;
        const auto work = [&](std::size_t count) {
            common::in_parallel(static_cast<std::size_t>(threads), threads, [&](std::size_t thread) {
                for (std::size_t i = 0; i < count; ++i) {
                    const double worth = step();
                    if (thread == 0) each = worth;
                }
            });
        };
        work(1);  // wakes the threads
        if (steps == 0) {
            const double seconds = timed(step, 16, 0).seconds;  // on this thread alone: it waits for no other
            steps = static_cast<std::size_t>(std::ceil(long_enough / 2 / seconds));
        }
        Taken taken = timed([&] { work(steps); }, 1, threads);
        taken.seconds /= each * static_cast<double>(steps) * threads;
        return taken;
    }
};

template <typename Real>
double some_exponentials()
{
    alignas(64) thread_local std::array<Real, exponentials_at_once> x = {};
    attention::tile_kernels<Real>().exponentials(x.data(), x.size(), Real{1});
    return static_cast<double>(exponentials_at_once);
}

template <typename Real>
Contestant arithmetic_of(const Case& given)
{
    const auto products =
        std::make_shared<Rate>(Rate{[] { return attention::multiply_and_add<Real>(2000); }, given.threads});
    const auto exponentials = std::make_shared<Rate>(Rate{some_exponentials<Real>, given.threads});
    return [given, products, exponentials] {
        wait_until_all_sleep();
        const Taken product = products->measure();
        const Taken exponential = exponentials->measure();
        return Taken{given.operations() * product.seconds + given.scores() * exponential.seconds,
                     (product.busy + exponential.busy) / 2};
    };
}

template <typename Real>
Contestant reading_of(const Case& given)
{
    const auto read = [arrays = arrays_for<Real>(given), threads = given.threads] {
        constexpr std::size_t parts = 16;  // so that no thread waits long for another
        common::in_parallel(2 * parts, threads, [&](std::size_t part) {
            const auto* memory = reinterpret_cast<const float*>(part < parts ? arrays->K.data() : arrays->V.data());
            const std::size_t count = arrays->of_keys * sizeof(Real) / sizeof(float) / parts;
            attention::read_through(memory + part % parts * count, count);
        });
    };
    return repeated(read, given.threads);
}

}  // namespace

Contestant limit_of(const Case& given)
{
    if (given.type == "float") return given.decoding() ? reading_of<float>(given) : arithmetic_of<float>(given);
    return given.decoding() ? reading_of<double>(given) : arithmetic_of<double>(given);
}

}  // namespace bench
