#include "tests/exercises/11_complexity/longest_sequence/task.hpp"

#include "tests/exercises/check.hpp"

#include <functional>

using namespace attention;

namespace
{

using Numbers = std::function<std::uint64_t(std::uint64_t n)>;

/// The largest n that needs at most this many numbers, found by trying one after the other.
std::uint64_t longest(std::uint64_t most, const Numbers& numbers)
{
    std::uint64_t n = 0;
    while (numbers(n + 1) <= most) ++n;
    return n;
}

}  // namespace

// Everything in the chapters may be called: none of it does what this exercise asks.

TEST_CASE("a megabyte for three heads")
{
    const std::uint64_t h = 3;
    const std::uint64_t d = 95;
    const std::uint64_t all = 1000000 / 4;
    const Numbers right = [](std::uint64_t n) { return 2 * h * n * n + 4 * d * n; };
    const auto of = [&](std::uint64_t squares, std::uint64_t lines) {
        return longest(all, [=](std::uint64_t n) { return squares * n * n + lines * n; });
    };
    check::ask(
        {.call = "longest_sequence(1000000, 3, 95, 4)",
         .answer = [] { return longest_sequence(1000000, 3, 95, 4); },
         .expected = longest(all, right),
         .mistakes = {
             {"weights_forgotten", of(h, 4 * d), "You keep one matrix per head. There are two: scores and weights."},
             {"vectors_forgotten", of(2 * h, 0),
              "You left out queries, keys, values and output. They take memory too."},
             {"scores_alone", of(h, 0), "You planned for the scores only. Weights and vectors take memory too."},
             {"heads_forgotten", of(2, 4 * d), "You planned for one head. Each head has its own scores and weights."},
             {"vectors_for_each_head", of(2 * h, 4 * d * h),
              "You gave each head vectors of d_model coordinates. All heads together have d_model."},
             {"output_forgotten", of(2 * h, 3 * d),
              "You counted three matrices of shape (n, d_model). There are four."},
             {"one_matrix_of_four", of(2 * h, d), "You counted one matrix of shape (n, d_model). There are four."},
             {"vectors_do_not_grow", longest(all, [](std::uint64_t n) { return 2 * h * n * n + 4 * d; }),
              "Your vectors take the same memory for every n. Each word has its own."},
             {"bytes_for_numbers", longest(1000000, right), "You took each byte for a number. A number takes several."},
             {"bytes_multiplied", longest(4000000, right),
              "You multiplied the memory by the size of a number. Multiply the "
              "numbers: each takes that many bytes."},
             {"size_not_read", longest(1000000 / 8, right), "You took 8 bytes for each number. Here it is 4."},
             {"one_too_long", longest(all, right) + 1, "This many words do not fit; one fewer would. Round down."},
             {"one_too_short", longest(all, right) - 1, "One word more would still fit."}}});
}

TEST_CASE("the last byte counts")
{
    const std::uint64_t bytes = 8ULL * (2 * 2 * 37 * 37 + 4 * 5 * 37);
    check::ask(
        {.call = "longest_sequence(49728, 2, 5, 8)",
         .answer = [=] { return longest_sequence(bytes, 2, 5, 8); },
         .expected = 37,
         .mistakes = {{"exact_fit_refused", 36, "n = 37 takes exactly 49728 bytes, and there are 49728. It fits."},
                      {"size_not_read", 53, "You took 4 bytes for each number. Here it is 8."}}});
    check::ask(
        {.call = "longest_sequence(49727, 2, 5, 8)",
         .answer = [=] { return longest_sequence(bytes - 1, 2, 5, 8); },
         .expected = 36,
         .mistakes = {{"one_byte_short", 37, "n = 37 takes 49728 bytes, and there are 49727. One byte is missing."}}});
}

TEST_CASE("one word, and none")
{
    check::ask({.call = "longest_sequence(40, 1, 2, 4)",
                .answer = [] { return longest_sequence(40, 1, 2, 4); },
                .expected = 1});
    check::ask({.call = "longest_sequence(39, 1, 2, 4)",
                .answer = [] { return longest_sequence(39, 1, 2, 4); },
                .expected = 0,
                .mistakes = {{"always_one", 1, "Not even one word fits: it takes 40 bytes, and there are 39."}}});
}

TEST_CASE("24 GB for 32 heads")
{
    const std::uint64_t h = 32;
    const std::uint64_t d = 4096;
    const std::uint64_t all = 24000000000 / 4;
    const auto of = [&](std::uint64_t most) {
        return longest(most, [](std::uint64_t n) { return 2 * h * n * n + 4 * d * n; });
    };
    check::ask({.call = "longest_sequence(24000000000, 32, 4096, 4)",
                .answer = [] { return longest_sequence(24000000000, 32, 4096, 4); },
                .expected = of(all),
                .mistakes = {{"counted_in_32_bits", of(24000000000 % 4294967296 / 4),
                              "24,000,000,000 does not fit into 32 bits, and wrapped around. Count in 64 bits."}}});
}

TEST_CASE("beyond what a double can distinguish")
{
    const std::uint64_t n = 123456789;
    const std::uint64_t bytes = 4 * (2 * n * n + 4 * n);
    check::ask({.call = "longest_sequence(121932631976832791, 1, 1, 4)",
                .answer = [=] { return longest_sequence(bytes - 1, 1, 1, 4); },
                .expected = n - 1,
                .mistakes = {{"rounded_by_double", n,
                              "It does not quite fit: one byte is missing. A square root in double is not that exact; "
                              "check its result in whole numbers."}},
                .tolerance = 1e-12});
    check::ask(
        {.call = "longest_sequence(121932631976832792, 1, 1, 4)",
         .answer = [=] { return longest_sequence(bytes, 1, 1, 4); },
         .expected = n,
         .mistakes = {{"rounded_by_double", n - 1,
                       "It fits exactly. A square root in double came out a little too small; check its result in "
                       "whole numbers."}},
         .tolerance = 1e-12});
}
