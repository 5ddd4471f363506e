#include "tests/benchmarks/stopwatch.hpp"

#include <unistd.h>

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace bench
{

namespace
{

using clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

/// Everybody whom we wait for.
std::vector<pid_t>& watched()
{
    static std::vector<pid_t> processes = {getpid()};
    return processes;
}

/// Whether a thread runs, or would if there were a processor for it. `stat` says so after the name, which is in parentheses.
bool is_awake(const fs::path& thread)
{
    std::ifstream file(thread / "stat");
    std::string line;
    std::getline(file, line);
    const std::size_t end = line.rfind(") ");
    return end != std::string::npos && line[end + 2] == 'R';
}

bool somebody_is_awake()
{
    const std::string ourselves = std::to_string(getpid());  // the thread that asks is not asleep
    for (const pid_t process : watched()) {
        std::error_code gone;
        for (const auto& thread : fs::directory_iterator(fmt::format("/proc/{}/task", process), gone)) {
            if (thread.path().filename() != ourselves && is_awake(thread.path())) return true;
        }
    }
    return false;
}

}  // namespace

double processor_seconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

void also_watch(pid_t process) { watched().push_back(process); }

void wait_until_all_sleep()
{
    constexpr auto nap = std::chrono::milliseconds(1);
    if (!fs::exists("/proc/self/task")) return std::this_thread::sleep_for(30 * nap);  // nobody says who sleeps
    for (int naps = 0; naps < 500 && somebody_is_awake(); ++naps) std::this_thread::sleep_for(nap);
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
            const double first = timed(work, 1, 0).seconds;  // finds nothing in place, which matters where it is short
            *calls = calls_for(first < 10 * long_enough ? timed(work, 1, 0).seconds : first);
        }
        if (*calls > 1) work();  // nor do threads that were just asleep
        return timed(work, *calls, threads);
    };
}

}  // namespace bench
