#include "tests/exercises/18_head_zoo/mended_ablation/task.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

namespace
{

/// Heads of different widths, so that no two of them can be mistaken for each other.
MultiHead heads_of_widths(const std::vector<std::size_t>& widths, common::Random& random)
{
    MultiHead W;
    std::size_t all = 0;
    for (const std::size_t d_v : widths) {
        W.heads.push_back(
            {random.normal_matrix(5, 3) / 2.0, random.normal_matrix(5, 3) / 2.0, random.normal_matrix(5, d_v)});
        all += d_v;
    }
    W.W_O = random.normal_matrix(all, 5);
    return W;
}

/// The layer with one head silenced by its rows of W_O.
Matrix right(const Matrix& X, MultiHead W, std::size_t removed)
{
    std::size_t first = 0;
    for (std::size_t h = 0; h < removed; ++h) first += W.heads[h].W_V.shape(1);
    for (std::size_t r = first; r < first + W.heads[removed].W_V.shape(1); ++r) {
        for (std::size_t c = 0; c < W.W_O.shape(1); ++c) W.W_O(r, c) = 0.0;
    }
    return multi_head_attention(X, W).output;
}

/// The head looks everywhere evenly and says the mean of its values.
Matrix spread(const Matrix& X, MultiHead W, std::size_t removed)
{
    W.heads[removed].W_Q.fill(0.0);
    return multi_head_attention(X, W).output;
}

/// The head is left out, and the others move up to rows of W_O that are not theirs.
Matrix moved_up(const Matrix& X, MultiHead W, std::size_t removed)
{
    const std::size_t kept = W.W_O.shape(0) - W.heads[removed].W_V.shape(1);
    W.heads.erase(W.heads.begin() + static_cast<std::ptrdiff_t>(removed));
    W.W_O = Matrix(xt::view(W.W_O, xt::range(std::size_t{0}, kept), xt::all()));
    return multi_head_attention(X, W).output;
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"multi_head_attention"}); }

TEST_CASE("three heads, without the one in the middle")
{
    common::Random random(184);
    const Matrix X = random.normal_matrix(4, 5);
    const MultiHead W = heads_of_widths({2, 3, 4}, random);
    const std::string speaks =
        "The removed head still speaks: without queries or keys it looks everywhere evenly, and says "
        "the mean of its values.";
    const std::string louder =
        "The other heads have become louder, by a factor of 3 / 2. They should stay as they were.";
    const std::string another = "You removed the head before the right one. Heads are counted from 0.";
    check::ask({.call = "mended_ablation(X, three heads, 1)",
                .answer = [&] { return mended_ablation(X, W, 1); },
                .expected = right(X, W, 1),
                .mistakes = {
                    {"still_speaks", spread(X, W, 1), speaks},
                    {"others_louder", 1.5 * right(X, W, 1), louder},
                    {"another_head", right(X, W, 0), another},
                    {"speaks_and_louder", 1.5 * spread(X, W, 1),
                     "The right head, but it still says the mean of its values, and the others are too loud."},
                    {"speaks_and_another", spread(X, W, 0),
                     "The others are as loud as they were. But you removed the head before, and it still says the mean "
                     "of its values."},
                    {"head_and_scale", 1.5 * right(X, W, 0),
                     "The head says nothing. But it is the one before, and the others are too loud."},
                    {"nothing_mended", 1.5 * spread(X, W, 0), "All three slips are still there."},
                    {"left_out", moved_up(X, W, 1),
                     "You left the head out, and those after it moved up, to rows of W_O that belong to another. "
                     "Put zeros in its place."}}});
}

TEST_CASE("the first and the last head")
{
    common::Random random(185);
    const Matrix X = random.normal_matrix(3, 5);
    const MultiHead W = heads_of_widths({2, 2}, random);
    check::ask({.call = "mended_ablation(X, two heads, 0)",
                .answer = [&] { return mended_ablation(X, W, 0); },
                .expected = right(X, W, 0)});
    check::ask({.call = "mended_ablation(X, two heads, 1)",
                .answer = [&] { return mended_ablation(X, W, 1); },
                .expected = right(X, W, 1)});
}

TEST_CASE("the only head")
{
    common::Random random(186);
    const Matrix X = random.normal_matrix(2, 5);
    const MultiHead W = heads_of_widths({3}, random);
    check::ask({.call = "mended_ablation(X, one head, 0)",
                .answer = [&] { return mended_ablation(X, W, 0); },
                .expected = Matrix(xt::zeros<double>({2, 5}))});
}
