#include "tests/benchmarks/stopwatch.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace bench
{

namespace
{

using clock = std::chrono::steady_clock;

double seconds_of(clockid_t of)
{
    timespec time{};
    return clock_gettime(of, &time) == 0 ? static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec)
                                         : 0.0;
}

/// The processor clocks of everybody whom we wait for.
std::vector<clockid_t>& watched()
{
    static std::vector<clockid_t> clocks = {CLOCK_PROCESS_CPUTIME_ID};
    return clocks;
}

double watched_seconds()
{
    double sum = 0.0;
    for (const clockid_t of : watched()) sum += seconds_of(of);
    return sum;
}

}  // namespace

double processor_seconds() { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

void also_watch(pid_t process)
{
#ifndef __APPLE__
    clockid_t of{};
    if (clock_getcpuclockid(process, &of) == 0) watched().push_back(of);
#endif
}

void wait_until_all_sleep()
{
    constexpr double asleep = 0.1;  // of the time
    const clock::time_point give_up = clock::now() + std::chrono::milliseconds(200);
    for (double busy = 1.0; busy > asleep && clock::now() < give_up;) {
        const double before = watched_seconds();
        const clock::time_point begin = clock::now();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        busy = (watched_seconds() - before) / std::chrono::duration<double>(clock::now() - begin).count();
    }
}

Taken timed(const std::function<void()>& work, long calls, int threads)
{
    const double before = processor_seconds();
    const clock::time_point begin = clock::now();
    for (long call = 0; call < calls; ++call) work();
    const double seconds = std::chrono::duration<double>(clock::now() - begin).count();
    Taken taken{seconds / static_cast<double>(calls)};
    if (threads > 0) taken.busy = (processor_seconds() - before) / seconds / threads;
    return taken;
}

long calls_for(double seconds)
{
    return std::max(1L, static_cast<long>(std::ceil(long_enough / std::fmax(seconds, 1e-9))));
}

Contestant repeated(std::function<void()> work, int threads)
{
    const auto calls = std::make_shared<long>(0);
    return [work = std::move(work), threads, calls] {
        wait_until_all_sleep();
        if (*calls == 0) {
            work();  // the first call finds nothing in place
            *calls = calls_for(timed(work, 1, 0).seconds);
        }
        if (*calls > 1) work();  // nor do threads that were just asleep
        return timed(work, *calls, threads);
    };
}

}  // namespace bench
