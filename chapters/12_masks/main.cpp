// Chapter 12: who may look where.   softmax(Q K^T / sqrt(d_k), with -infinity where forbidden) V

#include "12_masks/leak.hpp"
#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"
#include "12_masks/wrong_masks.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

using cat_sat_mat::words;
using cat_sat_mat::X;

std::string picture_of(const BoolMatrix& mask, std::size_t i)
{
    std::string row;
    for (std::size_t j = 0; j < mask.shape(1); ++j) row += mask(i, j) ? " x" : " .";
    return row;
}

void print_mask(const std::string& name, const BoolMatrix& mask)
{
    fmt::print("  {}  ({}, {})\n", name, mask.shape(0), mask.shape(1));
    for (std::size_t i = 0; i < mask.shape(0); ++i) fmt::print("     {}\n", picture_of(mask, i));
}

void show_causal(const common::Pictures& pictures)
{
    common::heading("Causal: no word looks at a later one");
    const BoolMatrix mask = causal_mask(3, 3);
    print_mask("mask, x = may attend", mask);
    const Matrix weights = masked_softmax_rows(score_matrix(X, X), mask);
    common::print_matrix("weights, unscaled", weights, {.rows = words, .columns = words, .decimals = 6});
    common::print_matrix("output", visible_sum(weights, X, mask), {.rows = words, .decimals = 6});

    const common::HeatMap map{.title = "Causal weights",
                              .description =
                                  "A lower triangle: cat sees cat alone, sat sees cat and sat, mat sees all.",
                              .values = weights,
                              .rows = words,
                              .columns = words};
    fmt::print("\n{}", map.text());
    pictures.save("causal.svg", map.svg());
}

void show_padding(const common::Pictures& pictures)
{
    common::heading("Padding: a sentence of three in a batch of five");
    const Matrix padded = {{1, 0}, {0, 1}, {1, 1}, {0, 0}, {0, 0}};
    const std::vector<std::string> names = {"cat", "sat", "mat", "pad", "pad"};
    const BoolMatrix mask = padding_mask(5, {true, true, true, false, false});
    const common::HeatMap map{.title = "Weights with padding masked",
                              .description = "Five rows, five columns; the two columns of padding are empty.",
                              .values = masked_softmax_rows(score_matrix(padded, padded), mask),
                              .rows = names,
                              .columns = names};
    fmt::print("{}", map.text());
    pictures.save("padding.svg", map.svg());
}

void show_alignment()
{
    common::heading("Two queries, five keys: where do the queries stand?");
    print_mask("top left", causal_mask(2, 5, Alignment::top_left));
    print_mask("bottom right", causal_mask(2, 5, Alignment::bottom_right));
    const BoolMatrix first = causal_mask(1, 16, Alignment::top_left);
    const BoolMatrix last = causal_mask(1, 16, Alignment::bottom_right);
    fmt::print("  One new word against 16 keys kept from before sees\n");
    fmt::print("     {} of 16, top left\n     {} of 16, bottom right\n", xt::sum<int>(first)(), xt::sum<int>(last)());
}

void show_leak()
{
    common::heading("The leak test: change the last token, watch the earlier outputs");
    common::Random random(12);
    const Matrix Q = random.normal_matrix(6, 4);
    const Matrix K = random.normal_matrix(6, 4);
    const Matrix V = random.normal_matrix(6, 3);
    const BoolMatrix everything = xt::ones<bool>({6, 6});
    fmt::print("  causal mask: they move by {:g}\n", leak(Q, K, V, causal_mask(6, 6)));
    fmt::print("  no mask:     they move by {}\n", number(leak(Q, K, V, everything), 1));
}

void show_wrong()
{
    const Matrix scores = score_matrix(X, X);
    const BoolMatrix mask = causal_mask(3, 3);
    common::heading("Three ways to get it wrong");
    const Matrix zero = softmax_with_number_for_forbidden(scores, mask, 0.0);
    fmt::print("  0 instead of -infinity: cat gives {} to the words after it\n", number(zero(0, 1) + zero(0, 2), 6));
    const Matrix after = mask_after_softmax(scores, mask);
    const Vector sums = xt::sum(after, {1});
    fmt::print("  masked after softmax:   the rows sum to {}\n", numbers(sums, 6));
    const Matrix mended = renormalised(after);
    fmt::print("    divided by their sums: cat {}, sat {}\n", numbers(row_of(mended, 0), 2),
               numbers(row_of(mended, 1), 2));
    const BoolMatrix last_hidden = {{true, true, false}};
    const Matrix drowned = mask_after_softmax({{0, 1, 1000}}, last_hidden);
    fmt::print("    a hidden score of 1000: the sum is {}, and divided by that: {}\n", number(xt::sum(drowned)(), 6),
               std::isnan(renormalised(drowned)(0, 0)) ? "NaN" : "numbers");

    const Matrix row = {{5, 1, 3}};
    const BoolMatrix nothing = xt::zeros<bool>({1, 3});
    const Matrix large = softmax_with_number_for_forbidden(row, nothing, -1e9);
    fmt::print("  -1e9, nothing allowed:  {}: it sees it all\n", numbers(row_of(large, 0), 4));
    fmt::print("  -infinity, the same:    {}\n", numbers(row_of(masked_softmax_rows(row, nothing), 0), 4));
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_causal(pictures);
    show_padding(pictures);
    show_alignment();
    show_leak();
    show_wrong();
}
