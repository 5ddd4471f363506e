/// \file
/// Chapter 8: five shapes that weights take, and how to recognise them.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace attention
{

/// A shape to know.
enum class Pattern {
    self,       ///< each word attends to itself: the diagonal
    previous,   ///< each to the one before it: just below the diagonal
    sink,       ///< all to the first word: a stripe
    block,      ///< each to all words of its own group
    induction,  ///< each to whatever followed its word, every earlier time that word came up
};

/// The names of the five shapes, in the order of `Pattern`.
inline const std::array<std::string, 5> pattern_names = {"self", "previous word", "sink", "block", "induction"};

/// The cells where a shape puts its weight, for a sentence that attends to itself.
///
/// \param pattern  which shape
/// \param words    the word at each of the n positions; equal numbers are equal words
/// \param groups   which group each position belongs to (a sentence, a clause), n of them
/// \return         shape (n, n): true where the shape has weight; a row is all false where the shape leaves it open
/// \throws std::invalid_argument  unless there are as many groups as words
inline BoolMatrix cells_of(Pattern pattern, const std::vector<int>& words, const std::vector<int>& groups)
{
    const std::size_t n = words.size();
    common::require(groups.size() == n, "cells_of: there are {} words but {} groups; each word needs one", n,
                    groups.size());
    BoolMatrix cells = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            switch (pattern) {
            case Pattern::self: cells(i, j) = i == j; break;
            case Pattern::previous: cells(i, j) = j + 1 == i; break;
            case Pattern::sink: cells(i, j) = j == 0 && i > 0; break;
            case Pattern::block: cells(i, j) = groups[i] == groups[j]; break;
            case Pattern::induction: cells(i, j) = j > 0 && j <= i && words[j - 1] == words[i]; break;
            }
        }
    }
    return cells;
}

/// How much of a row's weight falls on some cells, on average over the rows that have such cells.
///
/// \param cells    shape (n, n)
/// \param weights  shape (n, n)
/// \return         between 0 and 1; 0 where no row has such cells
inline double weight_on(const BoolMatrix& cells, const Matrix& weights)
{
    const Matrix on_cells = xt::where(cells, weights, 0.0);   // (n, n)
    const Vector cells_in_row = xt::sum<double>(cells, {1});  // (n)
    const double rows = xt::sum(xt::cast<double>(cells_in_row > 0.0))();
    return rows == 0.0 ? 0.0 : xt::sum(on_cells)() / rows;
}

/// What evenly spread weights would put on the cells of a shape: what a shape must beat to mean anything.
inline double weight_by_chance(const BoolMatrix& cells)
{
    const Matrix even = xt::ones<double>(cells.shape()) / static_cast<double>(cells.shape(1));
    return weight_on(cells, even);
}

/// A shape must hold more than this share of the weight.
inline constexpr double least_share = 0.6;

/// And the share must be more than this above what even weights would put there.
inline constexpr double least_above_chance = 0.3;

/// Which of the five shapes some weights have.
///
/// A shape counts if it holds most of the weight, and clearly more than even weights would put there. Of those that count, the
/// one furthest above chance wins: weights on the diagonal are inside the blocks, too.
///
/// \param weights  shape (n, n)
/// \param words    the word at each of the n positions; equal numbers are equal words
/// \param groups   which group each position belongs to
/// \return         the shape, or nothing
inline std::optional<Pattern> recognise(const Matrix& weights, const std::vector<int>& words,
                                        const std::vector<int>& groups)
{
    std::optional<Pattern> best;
    double best_above_chance = least_above_chance;
    for (std::size_t p = 0; p < pattern_names.size(); ++p) {
        const auto pattern = static_cast<Pattern>(p);
        const BoolMatrix cells = cells_of(pattern, words, groups);
        const double share = weight_on(cells, weights);
        const double above_chance = share - weight_by_chance(cells);
        if (share > least_share && above_chance > best_above_chance) {
            best = pattern;
            best_above_chance = above_chance;
        }
    }
    return best;
}

}  // namespace attention
