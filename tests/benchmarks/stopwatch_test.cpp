#include "tests/benchmarks/stopwatch.hpp"

#include "tests/benchmarks/pairs.hpp"
#include "tests/catch.hpp"

#include <atomic>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <thread>

namespace
{

void sleep() { std::this_thread::sleep_for(std::chrono::milliseconds(5)); }

TEST_CASE("who sleeps has no processor, and who may use fewer threads is not asked")
{
    CHECK(bench::timed(sleep, 4, 1).busy < 0.5);
    CHECK(std::isnan(bench::timed(sleep, 4, 0).busy));
}

TEST_CASE("a thread that goes round in circles is waited for")
{
    if (!std::filesystem::exists("/proc/self/task")) return;
    std::atomic<bool> done = false;
    std::thread other([&done] {
        for (volatile int turn = 0; turn < 10000000;) turn = turn + 1;
        done = true;
    });
    bench::wait_until_all_sleep();
    CHECK(done);
    other.join();
}

TEST_CASE("short work is measured over many calls, long work over one")
{
    CHECK(bench::calls_for(bench::long_enough / 100) == 100);
    CHECK(bench::calls_for(1.0) == 1);
    int calls = 0;
    const bench::Contestant contestant = bench::repeated(
        [&calls] {
            calls += 1;
            sleep();
        },
        1);
    contestant();
    CHECK(calls > 3);
}

}  // namespace
