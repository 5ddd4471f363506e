// Tasks that show numbers and ask how they came about: the code gives the same numbers.

#include "02_softmax/softmax.hpp"
#include "12_masks/masks.hpp"
#include "12_masks/wrong_masks.hpp"
#include "16_positions/linear_bias.hpp"
#include "16_positions/rotary.hpp"
#include "16_positions/sinusoidal.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// A task as one line without the blanks that line up its numbers.
std::string task(const std::string& exercise)
{
    std::string text;
    for (const char c : tests::read(tests::project() / "tests/exercises" / exercise / "stub.cpp")) {
        if (c != ' ' && c != '/' && c != '\n') text += c;
    }
    return text;
}

/// How a number is written: with decimals, or without where it has none and `whole` asks for that.
struct Writing {
    int decimals = 0;
    bool whole = false;
};

std::string written(const Vector& row, Writing how)
{
    std::string text;
    for (const double value : row) {
        const int decimals = how.whole && value == std::round(value) ? 0 : how.decimals;
        text += (text.empty() ? "[" : ",") + fmt::format("{:.{}f}", value, decimals);
    }
    return text + "]";
}

void expect(const std::string& given, const std::string& right)
{
    INFO(right);
    CHECK(tests::contains(given, right));
}

/// Each row of it is there.
void expect_rows(const std::string& given, const Matrix& right, Writing how)
{
    for (std::size_t i = 0; i < right.shape(0); ++i) expect(given, written(row_of(right, i), how));
}

Matrix turned(const Matrix& matrix) { return xt::transpose(matrix); }

Matrix softmax_of_all(const Matrix& scores)
{
    const Matrix exps = xt::exp(scores);
    const double sum = xt::sum(exps)();
    return exps / sum;
}

Matrix scores_of(const Matrix& Q, const Matrix& K) { return common::product_transposed(Q, K); }

}  // namespace

TEST_CASE("2.2: five softmaxes")
{
    const std::string given = task("02_softmax/which_softmax");
    const Matrix S = {{0, 1, 2}, {2, 2, 0}};
    expect_rows(given, softmax_rows(S), {3});
    expect_rows(given, softmax_rows(S * std::log(2.0)), {3});
    expect_rows(given, turned(softmax_rows(turned(S))), {3});
    expect_rows(given, softmax_of_all(S), {3});
    expect_rows(given, xt::exp(S), {3});
}

TEST_CASE("6.2: the slips pass where Q and K are one symmetric matrix; a symmetric K alone is not enough")
{
    const Matrix Q = {{1, 2, 0}, {0, 1, 3}, {2, 0, 1}};
    const Matrix K = {{1, 2, 3}, {2, 4, 5}, {3, 5, 6}};
    const auto unmended = [](const Matrix& queries, const Matrix& keys) {
        return turned(common::product(queries, keys));
    };
    CHECK((unmended(K, K) == scores_of(K, K)));
    CHECK((unmended(Q, K) != scores_of(Q, K)));
    CHECK(tests::contains(task("06_score_matrix/mended_scores"),
                          "QandKwerethesamematrix:threerowsofd_k=3numbers,symmetric"));
}

TEST_CASE("9.3: six divisors")
{
    const std::string given = task("09_scaling/which_slip");
    const Vector scores = {1, -1, 1};
    const double root = std::sqrt(5.0);
    const auto expect_output = [&](int number, const Vector& weights) {
        expect(given, fmt::format("output{}{}", number, written(weights, {4})));
    };
    expect_output(1, softmax(scores / std::floor(root)));
    expect_output(2, softmax(scores / 5.0));
    expect_output(3, softmax(scores) / root);
    expect_output(4, softmax(scores));
    expect_output(5, softmax(scores / std::sqrt(10.0)));
    expect_output(6, softmax(scores / root));
}

TEST_CASE("12.1: six masks")
{
    const std::string given = task("12_masks/which_mask");
    const Matrix exps = {{2, 4, 1, 3}, {1, 2, 4, 3}};
    const Matrix scores = xt::log(exps);
    const BoolMatrix right = {{true, true, true, false}, {true, true, true, true}};
    const BoolMatrix without_own_place = {{true, true, false, false}, {true, true, true, false}};
    const BoolMatrix opposite = {{false, false, false, true}, {false, false, false, false}};
    const Writing how = {3, true};
    expect_rows(given, mask_after_softmax(scores, right), how);
    expect_rows(given, masked_softmax_rows(scores, causal_mask(2, 4, Alignment::top_left)), how);
    expect_rows(given, softmax_with_number_for_forbidden(scores, right, -10.0 / std::sqrt(25.0)), how);
    expect_rows(given, masked_softmax_rows(scores, right), how);
    expect_rows(given, masked_softmax_rows(scores, without_own_place), how);
    expect_rows(given, masked_softmax_rows(scores, opposite), how);
}

TEST_CASE("16.2: five kinds of positions")
{
    const std::string given = task("16_positions/which_positions");
    const Matrix words = {{1, 1}, {1, 1}, {1, 1}};
    const Matrix without = scores_of(words, words);
    for (const std::size_t first : {0U, 5U}) {
        const Matrix placed = words + sinusoidal_positions(3, 2, first);
        expect_rows(given, without, {2});
        expect_rows(given, scores_of(placed, placed), {2});
        expect_rows(given, scores_of(rotated(words, first), rotated(words, first)), {2});
        expect_rows(given, scores_of(rotated(words, first), rotated(words, first + 1)), {2});
        expect_rows(given, without + linear_bias(3, 3, 0.5, first, first), {2});
    }
}
