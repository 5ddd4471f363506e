#include "tests/exercises/20_long_context/in_blocks/task.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <cmath>
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

Vector first_of(const Vector& v, std::size_t count)
{
    Vector result = xt::zeros<double>({count});
    for (std::size_t j = 0; j < count; ++j) result(j) = v(j);
    return result;
}

Matrix first_rows(const Matrix& M, std::size_t count)
{
    Matrix result = xt::zeros<double>({count, M.shape(1)});
    for (std::size_t j = 0; j < count; ++j) set_row(result, j, row_of(M, j));
    return result;
}

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

/// Each block of two a softmax of its own, and the mean of what they give.
Vector mean_of_blocks()
{
    const Vector a = right({1, 3}, {{10, 1}, {20, -2}});
    const Vector b = right({2, 5}, {{30, 0}, {40, 7}});
    const Vector c = {50, -4};
    return (a + b + c) / 3.0;
}

}  // namespace

TEST_CASE("five keys in blocks of two")
{
    check::ask(
        {.call = "in_blocks([1, 3, 2, 5, 4], V, 2)",
         .answer = [] { return in_blocks(rising, V, 2); },
         .expected = right(rising, V),
         .mistakes = {
             {"last_block_left_out", right(first_of(rising, 4), first_rows(V, 4)),
              "The last key is missing: it stands alone in a block that is not full."},
             {"never_corrected", blocks_of_two(false, false),
              "When a block brings a larger score, the old sums must shrink. Yours stayed as they were."},
             {"only_l_corrected", blocks_of_two(true, false), "l was corrected, o was not."},
             {"only_o_corrected", blocks_of_two(false, true), "o was corrected, l was not."},
             {"mean_of_blocks", mean_of_blocks(),
              "You took a softmax of each block and then the mean. A block with large scores must count more."},
             {"not_divided", right(rising, V) * xt::sum(xt::exp(rising - 5.0))(),
              "This is o. What is asked for is o / l."},
             {"last_block_only", Vector{50, -4}, "Only the last block is left: what came before was overwritten."}}});
}

TEST_CASE("blocks of all sizes")
{
    for (const std::size_t block : {1U, 3U, 5U, 8U}) {
        check::ask({.call = fmt::format("in_blocks([1, 3, 2, 5, 4], V, {})", block),
                    .answer = [&] { return in_blocks(rising, V, block); },
                    .expected = right(rising, V)});
    }
}

TEST_CASE("scores far apart")
{
    const Vector scores = {-5000, -4999, 5000, 4999, -5000};
    const std::string first = "exp overflowed. Did you keep the maximum of the first block, or none at all?";
    check::ask({.call = "in_blocks([-5000, -4999, 5000, 4999, -5000], V, 2)",
                .answer = [&] { return in_blocks(scores, V, 2); },
                .expected = right(scores, V),
                .mistakes = {{"first_maximum", Vector{not_a_number, not_a_number}, first}}});
    const Vector low = {-5000, -4999, -5001, -4998, -5000};
    check::ask({.call = "in_blocks([-5000, -4999, -5001, -4998, -5000], V, 2)",
                .answer = [&] { return in_blocks(low, V, 2); },
                .expected = right(low, V),
                .mistakes = {{"maximum_began_at_zero", Vector{0, 0},
                              "All scores are far below 0, and everything came out 0. Does your maximum begin at 0?"},
                             {"maximum_began_at_zero", Vector{not_a_number, not_a_number},
                              "All scores are far below 0, and 0 / 0 is NaN. Does your maximum begin at 0?"}}});
}

TEST_CASE("keys that may not be seen")
{
    const Vector scores = {-infinity, -infinity, -infinity, 2, 1};
    const std::string nan =
        "The first block shows nothing, so the maximum is still -infinity, and -infinity less -infinity is NaN.";
    check::ask({.call = "in_blocks([-infinity, -infinity, -infinity, 2, 1], V, 2)",
                .answer = [&] { return in_blocks(scores, V, 2); },
                .expected = right(scores, V),
                .mistakes = {{"hidden_block_is_nan", Vector{not_a_number, not_a_number}, nan}}});
    const Vector nothing = {-infinity, -infinity, -infinity, -infinity, -infinity};
    check::ask({.call = "in_blocks([-infinity, ...], V, 2)",
                .answer = [&] { return in_blocks(nothing, V, 2); },
                .expected = Vector{0, 0},
                .mistakes = {{"hidden_block_is_nan", Vector{not_a_number, not_a_number}, nan}}});
}

TEST_CASE("a hundred random keys")
{
    common::Random random(check::seed());
    const Vector scores = 5.0 * random.normal_vector(100);
    const Matrix values = random.normal_matrix(100, 3);
    check::ask({.call = "in_blocks(100 random scores, V, 7)",
                .answer = [&] { return in_blocks(scores, values, 7); },
                .expected = right(scores, values),
                .seed = check::seed()});
}
