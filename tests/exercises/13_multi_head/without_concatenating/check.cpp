#include "tests/exercises/13_multi_head/without_concatenating/task.hpp"

#include "13_multi_head/heads.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cstddef>

using namespace attention;

namespace
{

Matrix right(const std::vector<Matrix>& found, const Matrix& W_O) { return common::product(concatenated(found), W_O); }

/// Heads that meet the rows of W_O from a place that depends on the head.
template <class First>
Matrix with_rows(const std::vector<Matrix>& found, const Matrix& W_O, First first)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k)
                    output(i, k) += found[h](i, c) * W_O((first(h) + c) % W_O.shape(0), k);
            }
        }
    }
    return output;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"concatenated"}); }

TEST_CASE("two heads of one width")
{
    const std::vector<Matrix> found = {{{1, 2}, {0, 3}, {5, -1}}, {{4, 0}, {1, 1}, {2, 6}}};
    const Matrix W_O = {{1, 0, 2, 0, 1}, {0, 3, -1, 1, 2}, {2, 1, 0, 5, 0}, {-1, 4, 1, 0, 3}};
    const std::vector<Matrix> turned = {found[1], found[0]};
    check::ask({.call = "without_concatenating({head 1, head 2}, W_O), both of width 2",
                .answer = [&] { return without_concatenating(found, W_O); },
                .expected = right(found, W_O),
                .mistakes = {
                    {"same_rows_for_all", with_rows(found, W_O, [](std::size_t) { return std::size_t{0}; }),
                     "Every head met the first rows of W_O. Each head has its own rows."},
                    {"order_turned", right(turned, W_O), "Your heads meet the rows of W_O in the wrong order."},
                    {"one_row_on", with_rows(found, W_O, [](std::size_t h) { return h; }),
                     "Your head 2 begins one row after head 1. But head 1 has two columns, and needs two rows."},
                    {"last_head_only", with_rows({0.0 * found[0], found[1]}, W_O, [](std::size_t h) { return 2 * h; }),
                     "Only the last head is left. Add its part, do not overwrite the others."},
                    {"first_head_only", with_rows({found[0], 0.0 * found[1]}, W_O, [](std::size_t h) { return 2 * h; }),
                     "Only the first head is in your output."},
                    {"mean_of_heads", 0.5 * right(found, W_O),
                     "You divided by the number of heads. Their parts are added, not averaged."}}});
}

TEST_CASE("heads of different widths")
{
    const std::vector<Matrix> found = {{{1, 2, 0}, {0, 3, 1}}, {{4}, {1}}, {{2, 1}, {0, -3}}};
    common::Random random(check::seed());
    const Matrix W_O = random.normal_matrix(6, 4);
    check::ask(
        {.call = "without_concatenating(heads of width 3, 1 and 2, W_O)",
         .answer = [&] { return without_concatenating(found, W_O); },
         .expected = right(found, W_O),
         .mistakes =
             {{"equal_widths_assumed", with_rows(found, W_O, [&](std::size_t h) { return h * found[h].shape(1); }),
               "You took h times the head's own width for its first row. The heads before it may have different widths."},
              {"equal_widths_assumed", with_rows(found, W_O, [&](std::size_t h) { return h * found[0].shape(1); }),
               "You took h times the first head's width for its first row. Heads may differ in width."},
              {"last_head_missing", right({found[0], found[1], Matrix(0.0 * found[2])}, W_O),
               "The last head adds nothing. Does it look for its rows beyond the end of W_O? Heads may differ in width."},
              {"equal_widths_assumed", with_rows(found, W_O, [&](std::size_t h) { return h * 2; }),
               "You divided the rows of W_O evenly. Heads may differ in width."}},
         .seed = check::seed()});
}

TEST_CASE("one head alone")
{
    const Matrix head = {{1, 2}};
    const Matrix W_O = {{3, 0, 1}, {1, 1, 1}};
    check::ask({.call = "without_concatenating({[[1, 2]]}, [[3, 0, 1], [1, 1, 1]])",
                .answer = [&] { return without_concatenating({head}, W_O); },
                .expected = Matrix{{5, 2, 3}}});
}
