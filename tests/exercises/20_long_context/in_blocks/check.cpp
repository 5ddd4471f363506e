#include "tests/exercises/20_long_context/in_blocks/task.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"
#include "tests/exercises/check/memory.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

const Vector rising = {1, 3, 2, 5, 4};
const Matrix V = {{10, 1}, {20, -2}, {30, 0}, {40, 7}, {50, -4}};

Vector right(const Vector& scores, const Matrix& values) { return weighted_sum(softmax(scores), values); }

/// Blocks of two, each made with its own maximum; `sum_too` says whether l is corrected, `output_too` whether o is.
Vector blocks_of_two(bool sum_too, bool output_too)
{
    const std::vector<double> maxima = {3, 5, 5};
    double m = maxima[0];
    double l = 0.0;
    Vector o = {0, 0};
    for (std::size_t j = 0; j < 5; ++j) {
        const double next = maxima[j / 2];
        if (sum_too) l *= std::exp(m - next);
        if (output_too) o *= std::exp(m - next);
        const double e = std::exp(rising(j) - next);
        l += e;
        o += e * row_of(V, j);
        m = next;
    }
    return o / l;
}

/// A softmax of each block of two, and the mean of their outputs.
Vector mean_of_blocks()
{
    const Vector a = right({1, 3}, {{10, 1}, {20, -2}});
    const Vector b = right({2, 5}, {{30, 0}, {40, 7}});
    const Vector c = {50, -4};
    return (a + b + c) / 3.0;
}

/// What the answer gives for scores and values that come `block` keys at a time.
Vector answered(const Vector& scores, const Matrix& values, std::size_t block)
{
    std::size_t first = 0;
    Stream<Block> stream([&]() -> std::optional<Block> {
        if (first >= scores.size()) return {};
        const std::size_t end = std::min(first + block, scores.size());
        Block next = {xt::view(scores, xt::range(first, end)), xt::view(values, xt::range(first, end), xt::all())};
        first = end;
        return next;
    });
    return in_blocks(stream, values.shape(1));
}

/// How many bytes memory grows while 2000 blocks go by.
double growth()
{
    check::Growth growth;
    int left = 2000;
    Stream<Block> stream([&]() -> std::optional<Block> {
        growth.look();
        if (left-- == 0) return {};
        return Block{{0.001 * (left % 7), 0, 1, -1}, xt::ones<double>({4, 3})};
    });
    const Vector output = in_blocks(stream, 3);
    return output.size() == 3 ? growth.most() : check::not_a_number;
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"softmax", "softmax_rows", "weighted_sum", "soft_lookup", "absorb", "merged", "over_keys",
                          "online_attention", "absorb_block", "attend_block", "blocked_attention", "plain_attention"});
}

TEST_CASE("five keys in blocks of two")
{
    check::ask(
        {.call = "in_blocks(scores [1, 3, 2, 5, 4] in blocks of 2)",
         .answer = [] { return answered(rising, V, 2); },
         .expected = right(rising, V),
         .mistakes = {
             {"first_key_left_out", right({3, 5}, {{20, -2}, {40, 7}}), "The first key of every block is missing."},
             {"last_key_left_out", right({1, 2}, {{10, 1}, {30, 0}}), "The last key of every block is missing."},
             {"never_corrected", blocks_of_two(false, false),
              "When a block brings a larger score, the old sums must shrink. Yours stayed as they were."},
             {"only_l_corrected", blocks_of_two(true, false), "You corrected l but not o."},
             {"only_o_corrected", blocks_of_two(false, true), "You corrected o but not l."},
             {"mean_of_blocks", mean_of_blocks(),
              "You took a softmax of each block and then the mean. A block with large scores must count more."},
             {"not_divided", right(rising, V) * xt::sum(xt::exp(rising - 5.0))(),
              "This is o. The task asks for o / l."},
             {"last_block_only", Vector{50, -4},
              "Only the last block is left: you have overwritten what came before."}}});
}

TEST_CASE("blocks of all sizes")
{
    for (const std::size_t block : {1U, 3U, 5U, 8U}) {
        check::ask({.call = fmt::format("in_blocks(scores [1, 3, 2, 5, 4] in blocks of {})", block),
                    .answer = [&] { return answered(rising, V, block); },
                    .expected = right(rising, V)});
    }
}

TEST_CASE("scores far apart")
{
    const Vector scores = {-5000, -4999, 5000, 4999, -5000};
    const std::string first = "exp overflowed. Did you keep using the first block's maximum, or none at all?";
    check::ask({.call = "in_blocks(scores [-5000, -4999, 5000, 4999, -5000] in blocks of 2)",
                .answer = [&] { return answered(scores, V, 2); },
                .expected = right(scores, V),
                .mistakes = {{"first_maximum", Vector{not_a_number, not_a_number}, first}}});
    const Vector low = {-5000, -4999, -5001, -4998, -5000};
    check::ask({.call = "in_blocks(scores [-5000, -4999, -5001, -4998, -5000] in blocks of 2)",
                .answer = [&] { return answered(low, V, 2); },
                .expected = right(low, V),
                .mistakes = {{"maximum_began_at_zero", Vector{0, 0},
                              "All scores are far below 0, and your output is 0. Does your maximum start at 0?"},
                             {"maximum_began_at_zero", Vector{not_a_number, not_a_number},
                              "All scores are far below 0, and 0 / 0 is NaN. Does your maximum start at 0?"}}});
}

TEST_CASE("keys that may not be seen")
{
    const Vector scores = {-infinity, -infinity, -infinity, 2, 1};
    const std::string nan =
        "Nothing in the first block may be seen, so the maximum is still -infinity, and -infinity minus -infinity is NaN.";
    check::ask({.call = "in_blocks(scores [-infinity, -infinity, -infinity, 2, 1] in blocks of 2)",
                .answer = [&] { return answered(scores, V, 2); },
                .expected = right(scores, V),
                .mistakes = {{"hidden_block_is_nan", Vector{not_a_number, not_a_number}, nan}}});
    const Vector nothing = {-infinity, -infinity, -infinity, -infinity, -infinity};
    check::ask({.call = "in_blocks(scores [-infinity, ...] in blocks of 2)",
                .answer = [&] { return answered(nothing, V, 2); },
                .expected = Vector{0, 0},
                .mistakes = {{"hidden_block_is_nan", Vector{not_a_number, not_a_number}, nan}}});
}

TEST_CASE("a hundred random keys")
{
    common::Random random(check::seed());
    const Vector scores = 5.0 * random.normal_vector(100);
    const Matrix values = random.normal_matrix(100, 3);
    check::ask({.call = "in_blocks(100 random scores in blocks of 7)",
                .answer = [&] { return answered(scores, values, 7); },
                .expected = right(scores, values),
                .seed = check::seed()});
}

TEST_CASE("the blocks are not kept")
{
    check::ask({.call = "the bytes by which memory grows while 2,000 blocks go by",
                .answer = growth,
                .properties = {check::property(
                    "blocks_kept",
                    "Your answer is right, but it keeps the blocks: memory grows with every one of them. "
                    "m, l and o are all you need to keep.",
                    [](const check::Value& bytes) { return bytes.cells[0] < 10000.0; })}});
}
