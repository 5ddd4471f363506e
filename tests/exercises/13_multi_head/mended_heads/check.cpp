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

/// Heads cut by some rule, with queries multiplied by some factor, put side by side.
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

/// Heads side by side whose columns are written in turns: head 0, head 1, head 0, head 1.
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

/// Heads that get columns in turns, like cards that are dealt.
std::vector<Matrix> dealt(const Matrix& tokens, std::size_t heads)
{
    std::vector<Matrix> parts = split_heads(tokens, heads);
    for (std::size_t h = 0; h < heads; ++h) {
        for (std::size_t c = 0; c < parts[h].shape(1); ++c) {
            for (std::size_t i = 0; i < tokens.shape(0); ++i) parts[h](i, c) = tokens(i, c * heads + h);
        }
    }
    return parts;
}

/// Two heads that have changed places.
Matrix exchanged(const Matrix& side_by_side)
{
    std::vector<Matrix> parts = split_heads(side_by_side, 2);
    return concatenated({parts[1], parts[0]});
}

/// Zeros where the first of two heads should be.
Matrix last_half(const Matrix& side_by_side)
{
    std::vector<Matrix> parts = split_heads(side_by_side, 2);
    return concatenated({Matrix(xt::zeros_like(parts[0])), parts[1]});
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call(
        {"split_heads", "concatenated", "multi_head_attention", "grouped_attention", "scaled_dot_product_attention"});
}

TEST_CASE("two heads of three columns")
{
    const std::vector<Matrix> cut = split_heads(X, 2);
    const std::vector<Matrix> reshaped = reshaped_without_transpose(X, 2);
    const double soft = std::sqrt(0.5);
    check::ask(
        {.call = "mended_heads(X, 2), four words of six numbers",
         .answer = [] { return mended_heads(X, 2); },
         .expected = right(X, 2),
         .mistakes = {
             {"reshaped", with(reshaped, 1.0),
              "Head 0 got the first numbers in memory, which are whole words. It needs its columns of every word."},
             {"root_of_all_columns", with(cut, soft),
              "You divided by the root of all columns. Each head divides by the root of its own number of columns."},
             {"interleaved", interleaved(right(X, 2), 2),
              "Every head is right, but their numbers alternate. Head h writes to the columns it read from."},
             {"reshaped_and_soft", with(reshaped, soft),
              "Two slips are left: where a head reads, and what it divides by."},
             {"soft_and_interleaved", interleaved(with(cut, soft), 2),
              "Two slips are left: what a head divides by, and where it writes."},
             {"reshaped_and_interleaved", interleaved(with(reshaped, 1.0), 2),
              "Two slips are left: where a head reads, and where it writes."},
             {"nothing_mended", interleaved(with(reshaped, soft), 2), "All three slips are still there."},
             {"unscaled", with(cut, std::sqrt(3.0)),
              "You no longer divide the scores. That division was not a slip; what it divides by is."},
             {"divided_by_d", with(cut, 1.0 / std::sqrt(3.0)), "You divided by d. Divide by its root."},
             {"root_of_heads", with(cut, std::sqrt(3.0 / 2.0)),
              "You divided by the root of the number of heads. Divide by the root of a head's number of columns."},
             {"every_other_column", interleaved(with(dealt(X, 2), 1.0), 2),
              "Head h reads every second column, and writes there too. Its columns are neighbours: h d to h d + d - 1."},
             {"reads_every_other", with(dealt(X, 2), 1.0),
              "Head h reads every second column. Its columns are neighbours: h d to h d + d - 1."},
             {"heads_exchanged", exchanged(right(X, 2)),
              "Every head is right, but they have changed places. Head h writes to the columns it read from."},
             {"one_head_for_all", with({X}, 1.0), "This is attention with one head. Each head has its own columns."},
             {"last_head_only", last_half(right(X, 2)),
              "Nothing is left of the first head. Where does each head write?"}}});
}

TEST_CASE("one head")
{
    check::ask({.call = "mended_heads(X, 1), four words of six numbers",
                .answer = [] { return mended_heads(X, 1); },
                .expected = right(X, 1),
                .mistakes = {{"wrong_divisor", with({X}, std::sqrt(6.0)),
                              "With a single head of six columns you divide by 1 instead of the root of 6."}}});
}

TEST_CASE("ten random words, four heads")
{
    common::Random random(check::seed());
    const Matrix tokens = random.normal_matrix(10, 20);
    check::ask({.call = "mended_heads(10 random words of 20 numbers, 4)",
                .answer = [&] { return mended_heads(tokens, 4); },
                .expected = right(tokens, 4),
                .seed = check::seed()});
}
