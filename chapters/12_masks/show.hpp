/// \file
/// What the program prints and draws; nothing to learn here.
#pragma once

#include "12_masks/leak.hpp"
#include "12_masks/masks.hpp"
#include "12_masks/prefixes.hpp"
#include "12_masks/wrong_masks.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/cat_sat_mat.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"

#include "common/heat_map.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using cat_sat_mat::words;
using cat_sat_mat::X;
using common::number;
using common::numbers;

/// Rows of x and dots.
inline void mask(const std::string& name, const BoolMatrix& mask)
{
    fmt::print("  {}  ({}, {})\n", name, mask.shape(0), mask.shape(1));
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        fmt::print("     ");
        for (std::size_t j = 0; j < mask.shape(1); ++j) fmt::print("{}", mask(i, j) ? " x" : " .");
        fmt::print("\n");
    }
}

/// The weights of cat, sat, mat, each word seeing itself and those before it.
inline common::HeatMap causal()
{
    common::heading("Causal weights, unscaled: no word looks at a later one");
    const BoolMatrix mask = causal_mask(3, 3);
    const common::HeatMap map{.title = "Causal weights",
                              .description = "A lower triangle: cat sees only cat, sat sees cat and sat, mat sees all. "
                                             "The other three cells are hatched.",
                              .values = masked_softmax_rows(score_matrix(X, X), mask),
                              .rows = words,
                              .columns = words,
                              .masked = !mask};
    fmt::print("{}", map.text());
    return map;
}

/// A run for each beginning of the sentence, against one pass.
inline void prefixes()
{
    common::heading("One causal pass against a separate run for every beginning, unscaled");
    const Matrix alone = outputs_of_prefixes(X);
    const Matrix one_pass = outputs_of_one_pass(X);
    const Matrix unmasked = dot_product_attention(X, X, X).output;
    common::Table table({"what the last word finds", "separate run", "one causal pass", "no mask"});
    const std::vector<std::string> beginnings = {"cat", "cat sat", "cat sat mat"};
    for (std::size_t t = 0; t < X.shape(0); ++t) {
        table.add_row({beginnings[t], numbers(row_of(alone, t), 3), numbers(row_of(one_pass, t), 3),
                       numbers(row_of(unmasked, t), 3)});
    }
    table.print();
    const double million = 1e6;
    common::Table scores({"1000 words: millions of scores", "computed", "needed for the answers"});
    const std::string used = number(static_cast<double>(scores_of_last_queries(1000)) / million, 1);
    scores.add_row({"a run per beginning", number(static_cast<double>(scores_of_prefixes(1000)) / million, 1), used});
    scores.add_row({"the same, last query only", used, used});
    scores.add_row({"one causal pass", number(1000 * 1000 / million, 1),
                    number(xt::sum<double>(causal_mask(1000, 1000))() / million, 1)});
    scores.print();
}

/// A short sentence in a row made for a longer one.
inline common::HeatMap padding()
{
    common::heading("Padding: a sentence of three in a row for five");
    const Matrix padded = {{1, 0}, {0, 1}, {1, 1}, {0, 0}, {0, 0}};
    const std::vector<std::string> names = {"cat", "sat", "mat", "pad", "pad"};
    const BoolMatrix mask = padding_mask(5, {true, true, true, false, false});
    const common::HeatMap map{.title = "Weights with padding masked",
                              .description = "Five rows, five columns. The two columns of padding are hatched.",
                              .values = masked_softmax_rows(score_matrix(padded, padded), mask),
                              .rows = names,
                              .columns = names,
                              .masked = !mask};
    fmt::print("{}", map.text());
    return map;
}

/// The two causal masks of two queries over five keys.
inline void alignments()
{
    common::heading("Two queries, five keys: which key is each query at?");
    mask("top left", causal_mask(2, 5, Alignment::top_left));
    mask("bottom right", causal_mask(2, 5, Alignment::bottom_right));
    const BoolMatrix first = causal_mask(1, 16, Alignment::top_left);
    const BoolMatrix last = causal_mask(1, 16, Alignment::bottom_right);
    fmt::print("  one new word and 16 kept keys: top left it sees {}, bottom right {}\n", xt::sum<int>(first)(),
               xt::sum<int>(last)());
}

/// One of the two, drawn with the weights that equal scores would get.
inline common::HeatMap alignment(Alignment alignment, const std::string& name)
{
    const BoolMatrix mask = causal_mask(2, 5, alignment);
    return {.title = name,
            .description = "Two queries over five keys, all scores equal. Hatched cells are hidden.",
            .values = masked_softmax_rows(xt::zeros<double>({2, 5}), mask),
            .rows = {"query 1", "query 2"},
            .columns = {"key 1", "key 2", "key 3", "key 4", "key 5"},
            .row_title = "",
            .column_title = "keys",
            .masked = !mask};
}

/// Change one word at a time, and see what moves.
inline void leaks()
{
    common::heading("Six words: change one at a time (key 3 - k, value v + 7)");
    common::Random random(12);
    const Matrix Q = random.normal_matrix(6, 4);
    const Matrix K = random.normal_matrix(6, 4);
    const Matrix V = random.normal_matrix(6, 3);
    common::Table table({"mask", "later word moves: most", "visible word moves: least"});
    const auto add = [&](const std::string& name, const BoolMatrix& mask) {
        const Matrix moved = influence(Q, K, V, mask);
        table.add_row({name, number(leak(moved), 3), number(least_heard(moved), 3)});
    };
    add("causal", causal_mask(6, 6));
    add("none", xt::ones<bool>({6, 6}));
    add("hides the last word only", padding_mask(6, {true, true, true, true, true, false}));
    add("hides everything", xt::zeros<bool>({6, 6}));
    table.print();
}

/// Masks that are wrong.
inline void wrong()
{
    common::heading("Wrong masks for cat sat mat, scores of cat 1, 0, 1 and of sat 0, 1, 1");
    const Matrix scores = score_matrix(X, X);
    const BoolMatrix mask = causal_mask(3, 3);
    const Matrix zero = softmax_with_number_for_forbidden(scores, mask, 0.0);
    fmt::print("  0 instead of -infinity: cat gives {} to the words after it\n", number(zero(0, 1) + zero(0, 2), 3));
    const Matrix after = mask_after_softmax(scores, mask);
    const Vector sums = xt::sum(after, {1});
    fmt::print("  masked after softmax:   the rows sum to {}\n", numbers(sums, 3));
    const Matrix mended = renormalised(after);
    fmt::print("    divided by their sums: cat {}, sat {}\n", numbers(row_of(mended, 0), 3),
               numbers(row_of(mended, 1), 3));
    const Matrix drowned = mask_after_softmax({{0, 1, 1000}}, {{true, true, false}});
    fmt::print("    with a hidden score of 1000 the sum is {}; divided by it: {}\n", number(xt::sum(drowned)(), 3),
               number(renormalised(drowned)(0, 0), 3));
}

/// A query with nothing to see.
inline void nothing_to_see()
{
    common::heading("A query that may see nothing, its scores 5, 1, 3");
    const Matrix row = {{5, 1, 3}};
    const BoolMatrix nothing = xt::zeros<bool>({1, 3});
    const Matrix hidden = masked_scores(row, nothing);
    fmt::print("  -1e9 in their place   {}\n",
               numbers(row_of(softmax_with_number_for_forbidden(row, nothing, -1e9), 0), 3));
    fmt::print("  -1e9 added to them    {}\n", numbers(row_of(softmax_with_number_added(row, nothing, -1e9), 0), 3));
    fmt::print("    the same in float   {}\n",
               numbers(row_of(softmax_with_number_added_in_float(row, nothing, -1e9F), 0), 3));
    fmt::print("  -infinity, no rule    {}\n", numbers(naive_softmax(row_of(hidden, 0)), 3));
    fmt::print("  -infinity, our rule   {}\n", numbers(row_of(masked_softmax_rows(row, nothing), 0), 3));
    fmt::print("  the largest number in half precision is {:.0f}\n", largest_half());
}

}  // namespace attention::show
