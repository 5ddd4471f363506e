// Keys and values in few bits: the steps, what is folded where, the fast loops, and the error.

#include "22_kv_cache/decoding/eight_bit_cache.hpp"
#include "22_kv_cache/decoding/eight_bit_kernels.hpp"
#include "22_kv_cache/decoding/eight_bits.hpp"
#include "22_kv_cache/decoding/eight_bits_speed.hpp"
#include "22_kv_cache/decoding/few_bits_error.hpp"

#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/22_kv_cache/oracle.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace attention;
using common::tile_of;
using tests::difference;
using tests::kv_cache::step_by_loops;

namespace
{

constexpr Sharing both_ways[] = {Sharing::channel, Sharing::token};

/// The real numbers again, by the definition.
Matrix restored(const InSteps& X)
{
    Matrix numbers = xt::zeros<double>({X.steps.shape(0), X.steps.shape(1)});
    for (std::size_t j = 0; j < numbers.shape(0); ++j) {
        for (std::size_t c = 0; c < numbers.shape(1); ++c)
            numbers(j, c) = X.steps(j, c) * (X.sharing == Sharing::channel ? X.size(c) : X.size(j));
    }
    return numbers;
}

}  // namespace

TEST_CASE("in steps, by hand: the largest number of a column, or of a row, is 127 steps")
{
    const Matrix X = {{1.27, -10.0}, {-0.634, 5.0}};
    const InSteps by_channel = in_steps(X, Sharing::channel);
    CHECK(difference(by_channel.size, Vector{0.01, 10.0 / 127}) < 1e-16);
    CHECK((by_channel.steps == xt::xtensor<std::int8_t, 2>{{127, -127}, {-63, 64}}));
    const InSteps by_token = in_steps(X, Sharing::token);
    CHECK(difference(by_token.size, Vector{10.0 / 127, 5.0 / 127}) < 1e-16);
    CHECK((by_token.steps == xt::xtensor<std::int8_t, 2>{{16, -127}, {-16, 127}}));
    CHECK((in_steps(X, Sharing::channel, 4).steps == xt::xtensor<std::int8_t, 2>{{7, -7}, {-3, 4}}));
    CHECK_THAT(number_at(by_channel, 1, 1), WithinAbs(64 * 10.0 / 127, 1e-14));
    CHECK_THAT(number_at(by_token, 0, 0), WithinAbs(16 * 10.0 / 127, 1e-14));
}

TEST_CASE("no number moves by more than half a step, and zeros stay zeros")
{
    common::Random random(41);
    Matrix X = random.normal_matrix(30, 6);
    for (std::size_t j = 0; j < 30; ++j) X(j, 2) = 0.0;
    for (std::size_t c = 0; c < 6; ++c) X(4, c) = 0.0;
    for (const Sharing sharing : both_ways) {
        for (const int bits : {2, 4, 8}) {
            const InSteps found = in_steps(X, sharing, bits);
            for (std::size_t j = 0; j < 30; ++j) {
                for (std::size_t c = 0; c < 6; ++c) {
                    const double size = sharing == Sharing::channel ? found.size(c) : found.size(j);
                    CHECK(std::abs(number_at(found, j, c) - X(j, c)) <= 0.5000001 * size);
                    if (X(j, c) == 0.0) CHECK(found.steps(j, c) == 0);
                }
            }
        }
    }
}

TEST_CASE("what cannot be counted in steps is refused")
{
    const Matrix X = {{1, 2}, {3, tests::infinity}};
    CHECK_THROWS_WITH(in_steps(X, Sharing::token), ContainsSubstring("(1, 1) is inf"));
    CHECK_THROWS_WITH(in_steps({{tests::not_a_number}}, Sharing::channel), ContainsSubstring("(0, 0) is nan"));
    CHECK_THROWS_WITH(in_steps({{1}}, Sharing::channel, 9), "in_steps: 9 bits were asked for; there are 2 to 8");
    CHECK_THROWS_WITH(in_steps({{1}}, Sharing::channel, 1), ContainsSubstring("1 bits"));
    const InSteps K = in_steps({{1, 2}}, Sharing::channel);
    CHECK_THROWS_WITH(attend_in_steps({1}, K, K), ContainsSubstring("the query has 1 numbers, K is (1, 2)"));
}

TEST_CASE("sizes folded into query, scores, weights and output give what the numbers themselves give")
{
    common::Random random(42);
    const Vector q = random.normal_vector(6);
    const Matrix X = random.normal_matrix(20, 6);
    const Matrix Y = random.normal_matrix(20, 4);
    for (const Sharing of_keys : both_ways) {
        for (const Sharing of_values : both_ways) {
            const InSteps K = in_steps(X, of_keys);
            const InSteps V = in_steps(Y, of_values, 5);
            CHECK(difference(attend_in_steps(q, K, V), step_by_loops(q, restored(K), restored(V))) < 1e-14);
        }
    }
    const InSteps none = in_steps(xt::zeros<double>({0, 6}), Sharing::channel);
    CHECK(difference(attend_in_steps(q, none, none), Vector(xt::zeros<double>({6}))) == 0.0);
}

TEST_CASE("bytes in few bits, by hand")
{
    CHECK(bytes_in_steps(1000, 64, 8) == 2 * 64000 + 4 * 1064);
    CHECK(bytes_in_steps(1000, 64, 4) == 64000 + 4 * 1064);
}

TEST_CASE("a large channel costs nothing where keys share their steps by channel, and much where they do by token")
{
    const auto error = [](int bits, Sharing keys, bool outlier) {
        return few_bits_error({bits, keys, outlier}, 200, 20, 16);
    };
    for (const int bits : {8, 4}) {
        const FewBitsError usual = error(bits, Sharing::channel, false);
        const FewBitsError large = error(bits, Sharing::channel, true);
        CHECK_THAT(large.usual, WithinAbs(usual.usual, 1e-9));
        CHECK_THAT(large.largest, WithinAbs(usual.largest, 1e-9));
        CHECK(error(bits, Sharing::token, true).usual > 2 * error(bits, Sharing::token, false).usual);
        CHECK(usual.largest > usual.usual);
    }
    CHECK(error(4, Sharing::channel, false).usual > 10 * error(8, Sharing::channel, false).usual);
    CHECK(error(8, Sharing::channel, false).usual < 0.02);
    CHECK_THROWS_WITH(few_bits_error({}, 10, 1, 7), ContainsSubstring("it must be more than 7"));
}

namespace
{

/// The fast step over 8 bits, beside loops over the same.
void check_fast_step(const EightBitKernels& kernels, std::size_t n, std::size_t d)
{
    const MatrixOf<float> q = random_matrix<float>(51, 1, d);
    const MatrixOf<float> K = random_matrix<float>(52, n, d);
    const MatrixOf<float> V = random_matrix<float>(53, n, d);
    const EightBitCache cache{common::Tile<const float>(tile_of(K)), common::Tile<const float>(tile_of(V))};
    std::vector<float> o(d + 1, 5.0F);
    attend_to_eight_bits(q.data(), cache, o.data(), kernels);

    const InSteps keys = in_steps(xt::cast<double>(K), Sharing::channel);
    const InSteps values = in_steps(xt::cast<double>(V), Sharing::token);
    const Vector exact = step_by_loops(row_of(xt::cast<double>(q), 0), restored(keys), restored(values));
    double largest = 0.0;
    for (std::size_t c = 0; c < d; ++c) largest = std::max(largest, std::abs(o[c] - exact(c)));
    INFO(kernels.name << ": " << n << " keys of " << d);
    CHECK(largest < 2e-6);
    CHECK(o[d] == 5.0F);
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t c = 0; c < d; ++c) {
            REQUIRE(cache.keys().row(j)[c] == keys.steps(j, c));
            REQUIRE(cache.values().row(j)[c] == values.steps(j, c));
        }
    }
}

}  // namespace

TEST_CASE("the fast loops over 8 bits, of every kind that this processor can run")
{
    for (const EightBitKernels* kernels : usable_eight_bit_kernels()) {
        for (const std::size_t n : {0U, 1U, 15U, 16U, 17U, 70U, 1100U}) {
            for (const std::size_t d : {1U, 5U, 64U, 70U}) check_fast_step(*kernels, n, d);
        }
    }
    CHECK(usable_eight_bit_kernels().back()->name == std::string("baseline"));
}

TEST_CASE("the loops over 8 bits are of the kind that chapter 20 has chosen")
{
    const std::string kind = tile_kernels<float>().name;
    CHECK(eight_bit_kernels().name == (kind == "neon" ? "baseline" : kind));
}

TEST_CASE("the step over 8 bits is timed beside the one in float")
{
    const EightBitsSpeed found = eight_bits_speed(300, 16, 1);
    CHECK(found.bytes_in_float == 2 * 300 * 16 * 4);
    CHECK(found.bytes_in_eight == 2 * 300 * 16 + 4 * 316);
    CHECK(found.error < 1e-5);
    for (const double seconds : {found.in_float, found.in_eight_bits, found.reading_float, found.reading_eight})
        CHECK(seconds > 0.0);
}
