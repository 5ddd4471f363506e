#include "tests/exercises/13_multi_head/mended_heads/task.hpp"

#include "09_scaling/scaled_attention.hpp"
#include "13_multi_head/heads.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <vector>

using namespace attention;

namespace
{

const Matrix X = {{1, 0, 2, -1, 0.5, 1}, {0, 1, -1, 2, 1, 0}, {2, 1, 0, 1, -1, 0.5}, {-1, 2, 1, 0, 0, 2}};

/// Heads cut by one rule, attending with one factor, put together.
Matrix with(const std::vector<Matrix>& parts, double factor)
{
    std::vector<Matrix> found;
    for (const Matrix& part : parts) {
        const Matrix queries = factor * part;
        found.push_back(scaled_dot_product_attention(queries, part, part).output);
    }
    return concatenated(found);
}

Matrix right(const Matrix& tokens, std::size_t heads) { return with(split_heads(tokens, heads), 1.0); }

/// What stands side by side, read as if heads stood below each other, and the other way round.
Matrix interleaved(const Matrix& side_by_side, std::size_t heads)
{
    const std::size_t d = side_by_side.shape(1) / heads;
    Matrix result = side_by_side;
    for (std::size_t i = 0; i < result.shape(0); ++i) {
        for (std::size_t h = 0; h < heads; ++h) {
            for (std::size_t c = 0; c < d; ++c) result(i, c * heads + h) = side_by_side(i, h * d + c);
        }
    }
    return result;
}

}  // namespace

TEST_CASE("one head")
{
    check::ask({.call = "mended_heads(X, 1), four tokens of six numbers",
                .answer = [] { return mended_heads(X, 1); },
                .expected = right(X, 1),
                .mistakes = {{"unscaled", with({X}, std::sqrt(6.0)),
                              "The scores are not divided any more. That was no slip."}}});
}

TEST_CASE("two heads of three columns")
{
    const std::vector<Matrix> cut = split_heads(X, 2);
    const std::vector<Matrix> reshaped = reshaped_without_transpose(X, 2);
    const double soft = std::sqrt(0.5);
    check::ask(
        {.call = "mended_heads(X, 2), four tokens of six numbers",
         .answer = [] { return mended_heads(X, 2); },
         .expected = right(X, 2),
         .mistakes = {
             {"reshaped", with(reshaped, 1.0),
              "Head 0 got the first numbers in memory, which are whole tokens. It needs its columns of every token."},
             {"root_of_all_columns", with(cut, soft),
              "You divided by the root of all columns. Each head divides by the root of its own."},
             {"interleaved", interleaved(right(X, 2), 2),
              "Every head is right, but their numbers alternate. Head h writes to the columns that it read from."},
             {"reshaped_and_soft", with(reshaped, soft), "Where a head reads is still wrong, and what it divides by."},
             {"soft_and_interleaved", interleaved(with(cut, soft), 2),
              "What a head divides by is still wrong, and where it writes."},
             {"reshaped_and_interleaved", interleaved(with(reshaped, 1.0), 2),
              "Where a head reads is still wrong, and where it writes."},
             {"unscaled", with(cut, std::sqrt(3.0)), "The scores are not divided any more. That was no slip."}}});
}

TEST_CASE("ten random tokens, four heads")
{
    common::Random random(check::seed());
    const Matrix tokens = random.normal_matrix(10, 20);
    check::ask({.call = "mended_heads(10 random tokens of 20 numbers, 4)",
                .answer = [&] { return mended_heads(tokens, 4); },
                .expected = right(tokens, 4),
                .seed = check::seed()});
}
