#include "common/learn/commands/commands.hpp"

#include "common/learn/build.hpp"
#include "common/learn/process.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <thread>

namespace learn
{

int test(const Desk& desk)
{
    build(desk.places.build, {"all"}, "everything; this takes some minutes");
    const unsigned jobs = std::max(std::thread::hardware_concurrency(), 1U);
    std::fflush(stdout);
    become({"ctest", "--test-dir", desk.places.build.string(), "--output-on-failure", "-j", std::to_string(jobs)});
}

}  // namespace learn
