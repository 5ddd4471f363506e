#include "tests/exercises/11_complexity/causal_cost/task.hpp"

#include "11_complexity/counted.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

using namespace attention;

namespace
{

/// Each query runs alone over the keys it sees, with numbers that count.
Operations counted(std::size_t n, std::size_t m, std::size_t d_k, std::size_t d_v)
{
    common::Random random(11);
    Operations sum;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t sees = m - n + i + 1;
        const Operations one = count_attention(random.normal_matrix(1, d_k), random.normal_matrix(sees, d_k),
                                               random.normal_matrix(sees, d_v))
                                   .operations;
        sum = {sum.scores + one.scores, sum.softmax + one.softmax, sum.values + one.values};
    }
    return sum;
}

/// The same by adding up the chapter's formula.
Operations added(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    Operations sum;
    for (std::uint64_t i = 0; i < n; ++i) {
        const Operations one = operations(1, m - n + i + 1, d_k, d_v);
        sum = {sum.scores + one.scores, sum.softmax + one.softmax, sum.values + one.values};
    }
    return sum;
}

/// A number of 17 digits or more is right to the last digit, or it is wrong.
void ask_exactly(const std::string& call, const std::function<std::uint64_t()>& answer, std::uint64_t right)
{
    const auto far_off = [right](const check::Value& answered) {
        return !check::agree(static_cast<double>(right), std::stod(answered.text), 1e-9);
    };
    check::ask({.call = call,
                .answer = [&] { return std::to_string(answer()); },
                .expected = std::to_string(right),
                .properties = {
                    check::property("not_exact",
                                    "Close, but not exact: a double keeps about 16 digits, and this number has more. "
                                    "Stay with whole numbers all the way, and halve only what is even.",
                                    far_off)}});
}

}  // namespace

// Everything in the chapters may be called: they count attention without a mask.

TEST_CASE("five words: the scores")
{
    const char* const all = "Every query scores all keys here. What it may not see does not need a score.";
    check::ask(
        {.call = "causal_cost(5, 5, 4, 6).scores",
         .answer = [] { return causal_cost(5, 5, 4, 6).scores; },
         .expected = counted(5, 5, 4, 6).scores,
         .mistakes = {
             {"mask_saves_nothing", 25 * 7, all},
             {"own_place_not_counted", 10 * 7,
              "Either you left out the diagonal, and each word does see itself; or you halved an odd number, and its half "
              "was cut off before you multiplied."},
             {"half_the_square", 12 * 7,
              "Either you took half the square, but the triangle has its diagonal as well; or you halved an odd number, and "
              "its half was cut off before you multiplied."},
             {"half_the_square", 87,
              "You took half the square. The triangle includes its diagonal, so it is a little more."},
             {"as_many_additions", 15 * 8,
              "You counted as many additions as multiplications. It takes three additions to sum four numbers."},
             {"multiplications_alone", 15 * 4, "You counted only the multiplications."},
             {"d_v_for_d_k", 15 * 11, "You counted the scores with d_v. A score is a dot product of d_k numbers."},
             {"pairs_for_operations", 15, "That is the number of scores. Each takes a dot product to make."}}});
}

TEST_CASE("five words: softmax")
{
    check::ask(
        {.call = "causal_cost(5, 5, 4, 6).softmax",
         .answer = [] { return causal_cost(5, 5, 4, 6).softmax; },
         .expected = counted(5, 5, 4, 6).softmax,
         .mistakes = {
             {"softmax_over_all", 5 * 23, "Your softmax still runs over all m keys for each query."},
             {"saved_once_in_all", 73,
              "Softmax of s numbers takes 5 s - 2, and each query saves the 2, not just one of them."},
             {"saved_by_each_pair", 45,
              "Softmax of s numbers takes 5 s - 2: the 2 is saved once per query, not once per pair."},
             {"five_a_pair", 75,
              "You counted 5 for each pair. But s - 1 comparisons find the largest of s numbers. Which other "
              "step takes one less?"},
             {"one_saved_a_query", 70,
              "Softmax of s numbers takes 5 s - 2: finding the largest takes s - 1 steps, and so does the sum."}}});
}

TEST_CASE("five words: the values")
{
    const char* const once = "A sum over s values has s - 1 additions, for each query and each coordinate.";
    check::ask(
        {.call = "causal_cost(5, 5, 4, 6).values",
         .answer = [] { return causal_cost(5, 5, 4, 6).values; },
         .expected = counted(5, 5, 4, 6).values,
         .mistakes = {
             {"values_of_all", 5 * 6 * 9, "Your values are still blended over all m keys for each query."},
             {"as_many_additions", 180,
              "A sum over s values takes s multiplications and s - 1 additions for each coordinate."},
             {"multiplications_alone", 90,
              "You counted only the multiplications. Each coordinate takes additions as well."},
             {"d_k_for_d_v", 100, "You counted the blend with d_k. There is one sum for each of the d_v coordinates."},
             {"saved_once_in_all", 174, once},
             {"saved_once_in_all", 175, once},
             {"saved_once_in_all", 179, once}}});
}

TEST_CASE("three new words after four: the scores")
{
    check::ask(
        {.call = "causal_cost(3, 7, 5, 2).scores",
         .answer = [] { return causal_cost(3, 7, 5, 2).scores; },
         .expected = counted(3, 7, 5, 2).scores,
         .mistakes = {
             {"top_left", 6 * 9,
              "Your first new word sees one key. It comes after the words from before, and sees them too."},
             {"all_words_ask", 28 * 9, "You counted all m words as queries. The words from before have asked already."},
             {"mask_saves_nothing", 21 * 9, "Every query scores all m keys. What comes later does not need a score."},
             {"own_place_not_counted", 15 * 9, "You left out the word itself. Each word may see itself."},
             {"half_of_all", 10 * 9,
              "You took half of n times m. The keys from before are not halved: every new word sees them."},
             {"triangle_of_keys", 40 * 9, "The triangle is only among the new words: it has n rows, not m."}}});
}

TEST_CASE("three new words after four: softmax and values")
{
    const Operations right = counted(3, 7, 5, 2);
    check::ask({.call = "causal_cost(3, 7, 5, 2).softmax",
                .answer = [] { return causal_cost(3, 7, 5, 2).softmax; },
                .expected = right.softmax,
                .mistakes = {{"saved_by_each_key", 5 * 18 - 2 * 7,
                              "You saved 2 for each key. There is one softmax per query, so 2 is saved per query."}}});
    check::ask({.call = "causal_cost(3, 7, 5, 2).values",
                .answer = [] { return causal_cost(3, 7, 5, 2).values; },
                .expected = right.values,
                .mistakes = {{"saved_by_each_key", 2 * (2 * 18 - 7),
                              "You saved an addition for each key. There is one sum per query and coordinate."}}});
}

TEST_CASE("one word after all the others")
{
    check::ask({.call = "causal_cost(1, 1000, 512, 512).scores",
                .answer = [] { return causal_cost(1, 1000, 512, 512).scores; },
                .expected = operations(1, 1000, 512, 512).scores});
}

TEST_CASE("nobody asks")
{
    check::ask({.call = "causal_cost(0, 5, 3, 2).total()",
                .answer = [] { return causal_cost(0, 5, 3, 2).total(); },
                .expected = 0});
}

TEST_CASE("a hundred thousand words")
{
    const Operations right = added(100000, 100000, 64, 64);
    const auto cut = [](std::uint64_t number) {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(number));
    };
    const char* const sentence =
        "100,000 times 100,000 does not fit into 32 bits, and wrapped around. Count in 64 bits.";
    const std::uint64_t product = 100000ULL * 100001ULL;
    check::ask({.call = "causal_cost(100000, 100000, 64, 64).scores",
                .answer = [] { return causal_cost(100000, 100000, 64, 64).scores; },
                .expected = right.scores,
                .mistakes = {{"counted_in_32_bits", cut(right.scores), sentence},
                             {"counted_in_32_bits", cut(product) / 2 * 127, sentence},
                             {"counted_in_32_bits", cut(product / 2) * 127, sentence},
                             {"counted_in_32_bits", cut(cut(product) / 2 * 127), sentence}},
                .tolerance = 1e-14});
    check::ask({.call = "causal_cost(100000, 100000, 64, 64).total()",
                .answer = [] { return causal_cost(100000, 100000, 64, 64).total(); },
                .expected = right.total(),
                .tolerance = 1e-14});
}

TEST_CASE("ten million words, to the last digit")
{
    const std::uint64_t n = 10000001;
    const std::uint64_t pairs = n * ((n + 1) / 2);
    ask_exactly(
        "causal_cost(10000001, 10000001, 50000, 1).scores", [=] { return causal_cost(n, n, 50000, 1).scores; },
        pairs * 99999);
    ask_exactly(
        "causal_cost(10000001, 10000001, 1, 30000).values", [=] { return causal_cost(n, n, 1, 30000).values; },
        (2 * pairs - n) * 30000);
}
