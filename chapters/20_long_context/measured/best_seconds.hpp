/// \file
/// Chapter 20: how long something takes when nothing gets in its way.
#pragma once

#include "common/parallel.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <limits>

namespace attention
{

/// Seconds that the processor has spent on this thread.
inline double thread_seconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

/// Seconds by the clock.
inline double clock_seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The shortest of some runs. Work on one thread is timed by what the processor spends on it, other work by the clock.
///
/// \param runs     how many, at least 1
/// \param threads  that the work uses; with 1, BLAS keeps to one thread, too
/// \param work     what to time
/// \param enough   seconds after which no other run begins
/// \return         seconds
template <typename Work>
double best_seconds(int runs, int threads, Work work, double enough = std::numeric_limits<double>::infinity())
{
    const double begin = clock_seconds();
    double best = std::numeric_limits<double>::infinity();
    for (int run = 0; run == 0 || (run < runs && clock_seconds() - begin < enough); ++run) {
        const auto timed = [&](auto now) {
            const double start = now();
            work();
            best = std::min(best, now() - start);
        };
        if (threads == 1)
            common::in_parallel(1, 1, [&](std::size_t) { timed(thread_seconds); });
        else
            timed(clock_seconds);
    }
    return best;
}

}  // namespace attention
