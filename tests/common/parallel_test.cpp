#include "common/parallel.hpp"

#include "tests/catch.hpp"

#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <vector>

TEST_CASE("every piece of work is done once, whatever the number of threads")
{
    for (const int threads : {0, 1, 2, 5}) {
        std::vector<std::atomic<int>> done(100);
        common::in_parallel(100, threads, [&](std::size_t i) { ++done[i]; });
        for (const auto& count : done) CHECK(count == 1);
    }
    common::in_parallel(0, 2, [](std::size_t) { throw std::logic_error("never called"); });
    CHECK(common::processors() >= 1);
}

TEST_CASE("what one piece throws arrives, and the others are still done")
{
    std::atomic<int> done = 0;
    const auto work = [&](std::size_t i) {
        if (i == 3) throw std::runtime_error("the fourth");
        ++done;
    };
    CHECK_THROWS_WITH(common::in_parallel(10, 2, work), "the fourth");
    CHECK(done == 9);
}
