// The ladder: seven rungs that are one attention, and what each is said to keep in memory.

#include "20_long_context/measured/ladder.hpp"
#include "20_long_context/measured/what_blocks_buy.hpp"

#include "common/parallel.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/weighed.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using tests::long_context::most_bytes;

TEST_CASE("every rung is the same attention, in all of its rows, and a key less would be noticed", "[kernels]")
{
    const FloatMatrix Q = random_matrix<float>(4, 700, 64);
    const FloatMatrix K = random_matrix<float>(5, 900, 64);
    const FloatMatrix V = random_matrix<float>(6, 900, 48);
    for (const LadderRung& rung : ladder_rungs()) {
        INFO(rung.name);
        CHECK(error_of_rung(rung, Q, K, V, 900, 700) < allowed_error<float>);
        CHECK(error_of_rung(rung, Q, K, V, 899, 700) > 100 * allowed_error<float>);
    }
}

TEST_CASE("a rung keeps what it is said to keep", "[kernels]")
{
    constexpr std::size_t n = 1200;
    constexpr std::size_t d = 64;
    const FloatMatrix Q = random_matrix<float>(1, n, d);
    const FloatMatrix K = random_matrix<float>(2, n, d);
    const FloatMatrix V = random_matrix<float>(3, n, d);
    FloatMatrix O = xt::zeros<float>({n, d});
    for (const LadderRung& rung : ladder_rungs()) {
        INFO(rung.name);
        rung.attend(Q, K, V, O);  // so that threads are there, and BLAS has its own room
        const std::size_t most = most_bytes([&] {
            common::in_parallel(1, 1, [&](std::size_t) {
                if (rung.threads == 1) rung.attend(Q, K, V, O);
            });
            if (rung.threads != 1) rung.attend(Q, K, V, O);
        });
        const std::size_t counted = 4 * rung.keeps(n, d);
        if (rung.threads == 1) CHECK(most > counted - counted / 50);  // where there are more, one may do it all
        CHECK(most < counted + counted / 50 + 8192);
    }
}

TEST_CASE("the ladder is climbed from the lowest rung to the highest")
{
    const Ladder found = climb(192, 16);
    REQUIRE(found.rungs.size() == 7);
    for (const RungFound& rung : found.rungs) {
        INFO(rung.name);
        CHECK(rung.gflops > 0.0);
        CHECK(rung.error < allowed_error<float>);
        CHECK(rung.without_a_key > allowed_error<float>);
        CHECK(found.limit_of(rung) > 0.0);
    }
    CHECK(found.rungs.back().threads == 0);
    CHECK(std::abs(gflops_at_best({100.0, 0.5}, 25) - 100.0 / 3) < 1e-12);
}

TEST_CASE("row by row has a pace, as the blocks have")
{
    const SharingPace found = sharing_pace(300, 16);
    CHECK(found.by_row > 0.0);
    CHECK(found.in_blocks > 0.0);
}
