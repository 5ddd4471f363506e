// What is measured of a decoding step: turns are taken, bytes are counted, and what is timed is right.

#include "22_kv_cache/decoding/decoding_speed.hpp"
#include "22_kv_cache/decoding/filled_cache.hpp"
#include "22_kv_cache/decoding/grouped_heads.hpp"
#include "22_kv_cache/decoding/one_step.hpp"
#include "22_kv_cache/decoding/taking_turns.hpp"
#include "22_kv_cache/decoding/threads_share.hpp"

#include "20_long_context/fast/heads.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/22_kv_cache/oracle.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;
using tests::kv_cache::step_by_loops;

namespace
{

/// One head of a cache, in double.
Matrix head_of(const Heads<const float>& heads, std::size_t head)
{
    Matrix numbers = xt::zeros<double>({heads.rows, heads.columns});
    for (std::size_t j = 0; j < heads.rows; ++j) {
        for (std::size_t c = 0; c < heads.columns; ++c) numbers(j, c) = heads.of(0, head).row(j)[c];
    }
    return numbers;
}

/// The largest difference of a step of all heads from loops.
double error_by_loops(const MatrixOf<float>& q, const FilledCache& cache, const MatrixOf<float>& o)
{
    double largest = 0.0;
    const std::size_t group = q.shape(0) / cache.keys().heads;
    for (std::size_t h = 0; h < q.shape(0); ++h) {
        const Matrix K = head_of(cache.keys(), h / group);
        const Matrix V = head_of(cache.values(), h / group);
        const Vector exact = step_by_loops(row_of(xt::cast<double>(q), h), K, V);
        for (std::size_t c = 0; c < exact.size(); ++c) largest = std::max(largest, std::abs(o(h, c) - exact(c)));
    }
    return largest;
}

}  // namespace

TEST_CASE("those that are compared take turns, and the shortest time of each counts")
{
    std::string order;
    const auto slow = [&order](char name) {
        return [&order, name] {
            order += name;
            for (const double begin = thread_seconds(); thread_seconds() < begin + 1e-3;) {}
        };
    };
    const std::vector<double> seconds = shortest_seconds({{slow('a')}, {slow('b')}}, 3);
    CHECK(order == "aabbababab");  // twice each beforehand: once to wake, once to find out how often to call it
    CHECK(seconds[0] >= 1e-3);
    CHECK(seconds[1] >= 1e-3);
    int calls = 0;
    shortest_seconds({{[&calls] { ++calls; }, 2}}, 1);
    CHECK(calls > 100);
}

TEST_CASE("a step of all heads is right, one thread or two, and the measure of its error would notice if it were not")
{
    for (const std::size_t key_heads : {1U, 2U, 4U}) {
        const FilledCache cache(key_heads, 3000, 20);
        const MatrixOf<float> q = random_matrix<float>(1, 4, 20);
        MatrixOf<float> o = xt::zeros<float>({4, 20});
        for (const int threads : {1, 2}) {
            decode_fast(q, cache, o, threads);
            CHECK(error_by_loops(q, cache, o) < 1e-6);
            CHECK(error_of_step(q, cache, o) < 2e-5);
        }
        o(3, 19) += 0.001F;
        CHECK(error_of_step(q, cache, o) > 1e-3);
    }
}

TEST_CASE("a cache is filled from end to end, and no two of its tokens are alike")
{
    const FilledCache cache(2, 4000, 64);  // more numbers than are drawn
    CHECK(cache.numbers() == 512000);
    const float* K = cache.keys().data;
    CHECK(K[300007] == K[0]);
    CHECK(K[256000] != K[0]);
    CHECK(std::count(K, K + cache.numbers(), 0.0F) == 0);
    CHECK(cache.values().data[5] != K[5]);
}

TEST_CASE("bytes and operations of a step, by formula, and a share of what reading takes")
{
    const DecodingSpeed speed{.tokens = 1000, .d = 64, .fast = 4e-6, .reading = 3e-6};
    CHECK(speed.bytes() == 512000.0);
    CHECK(speed.operations() == 256000.0);
    CHECK_THAT(speed.gigabytes_a_second(speed.fast), WithinAbs(128.0, 1e-9));
    CHECK_THAT(speed.gflops(speed.fast), WithinAbs(64.0, 1e-9));
    CHECK_THAT(speed.share(), WithinAbs(0.75, 1e-12));
    const GroupedHeads grouped{.heads = 8, .key_heads = 2, .tokens = 1000, .d = 64, .together = 2.0, .reading = 1.0};
    CHECK(grouped.bytes() == 1024000.0);
    CHECK(grouped.bytes_a_token() == 1024.0);
    CHECK(grouped.share() == 0.5);
    CHECK(PrefillSpeed{.tokens = 3, .d = 5}.operations() == 4.0 * 5 * 6);
    CHECK(ThreadsShare{.tokens = 10, .d = 8}.bytes() == 640.0);
}

TEST_CASE("what is timed is there, and right")
{
    const DecodingSpeed speed = decoding_speed(700, 24, 1);
    CHECK(speed.error < 2e-5);
    for (const double seconds : {speed.loops, speed.fast, speed.reading}) CHECK(seconds > 0.0);
    const GroupedHeads grouped = grouped_heads(4, 2, 700, 24, 1);
    CHECK(grouped.error < 2e-5);
    for (const double seconds : {grouped.together, grouped.one_by_one, grouped.reading}) CHECK(seconds > 0.0);
    CHECK_THROWS_WITH(grouped_heads(8, 3, 10, 4, 1), ContainsSubstring("8 heads of queries cannot share 3"));
    const ThreadsShare share = threads_share(40000, 32, 1);
    CHECK(share.same_bits);
    for (const double seconds : {share.one, share.two, share.reading_one, share.reading_two}) CHECK(seconds > 0.0);
    const PrefillSpeed prefill = prefill_speed(100, 16);
    CHECK(prefill.gflops() > 0.0);
    CHECK(prefill.limit_gflops > 0.0);
}
