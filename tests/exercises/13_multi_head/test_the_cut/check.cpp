#include "tests/exercises/13_multi_head/test_the_cut/task.hpp"

#include "13_multi_head/heads.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <vector>

using namespace attention;

namespace
{

/// Heads whose cells come from the column that `column` names.
template <typename Column>
std::vector<Matrix> cut_by(const Matrix& X, std::size_t heads, Column column)
{
    const std::size_t d = X.shape(1) / heads;
    std::vector<Matrix> parts(heads, Matrix(xt::zeros<double>({X.shape(0), d})));
    for (std::size_t h = 0; h < heads; ++h) {
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) parts[h](i, c) = X(i, column(h, i, c, d));
        }
    }
    return parts;
}

std::vector<Matrix> by_views(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    std::vector<Matrix> parts;
    for (std::size_t h = 0; h < heads; ++h) parts.emplace_back(xt::view(X, xt::all(), xt::range(h * d, h * d + d)));
    return parts;
}

std::vector<Matrix> first_head_for_all(const Matrix& X, std::size_t heads)
{
    return cut_by(X, heads, [](std::size_t, std::size_t, std::size_t c, std::size_t) { return c; });
}

std::vector<Matrix> backwards(const Matrix& X, std::size_t heads)
{
    return cut_by(X, heads,
                  [&](std::size_t h, std::size_t, std::size_t c, std::size_t d) { return (heads - 1 - h) * d + c; });
}

std::vector<Matrix> every_other_column(const Matrix& X, std::size_t heads)
{
    return cut_by(X, heads, [&](std::size_t h, std::size_t, std::size_t c, std::size_t) { return c * heads + h; });
}

std::vector<Matrix> right_for_the_first_token(const Matrix& X, std::size_t heads)
{
    return cut_by(X, heads, [&](std::size_t h, std::size_t i, std::size_t c, std::size_t d) {
        return (i == 0 ? h : (h + 1) % heads) * d + c;
    });
}

std::vector<Matrix> right_for_two_heads(const Matrix& X, std::size_t heads)
{
    return cut_by(X, heads, [](std::size_t h, std::size_t, std::size_t c, std::size_t d) { return h % 2 * d + c; });
}

/// A head that is not square comes out right.
std::vector<Matrix> square_heads_transposed(const Matrix& X, std::size_t heads)
{
    std::vector<Matrix> parts = by_views(X, heads);
    if (X.shape(0) != X.shape(1) / heads) return parts;
    for (Matrix& part : parts) part = Matrix(xt::transpose(Matrix(part)));
    return parts;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"split_heads"}); }

TEST_CASE("tried on two that are right and on seven impostors")
{
    check::ask(check::trial<Cut>(
        "cut_is_right(cut), for one cut after another", cut_is_right,
        {{"is the cut of chapter 13", split_heads}, {"cuts with xt::view, as xtensor's users do", by_views}},
        {{"gives every head the columns of the first", first_head_for_all},
         {"counts the heads from the other end", backwards},
         {"deals out the columns one by one, like cards", every_other_column},
         {"gives each head whole words, where it should get a part of every word", reshaped_without_transpose},
         {"is right for the first word only", right_for_the_first_token},
         {"is right for one or two heads only", right_for_two_heads},
         {"transposes heads that are square, and is right otherwise", square_heads_transposed}}));
}
