/// \file
/// Chapter 8: five shapes that weights take, and how to tell them.
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
    self,       ///< each token attends to itself: the diagonal
    previous,   ///< each to the one before it: the diagonal below
    sink,       ///< all to the first token: a stripe
    block,      ///< each to all of its own group
    induction,  ///< each to what followed its token, every earlier time that it was seen
};

/// The names of the five shapes, in the order of `Pattern`.
inline const std::array<std::string, 5> pattern_names = {"self", "previous token", "sink", "block", "induction"};

/// The cells where a shape puts its weight, for a sentence that asks itself.
///
/// \param pattern  which shape
/// \param tokens   what stands at each of the n positions; equal numbers are equal tokens
/// \param groups   which group each position belongs to (a sentence, a clause), n of them
/// \return         shape (n, n): true where the shape has weight; rows that it says nothing about are all false
inline BoolMatrix cells_of(Pattern pattern, const std::vector<int>& tokens, const std::vector<int>& groups)
{
    const std::size_t n = tokens.size();
    common::require(groups.size() == n, "cells_of: there are {} tokens but {} groups; each token needs one", n,
                    groups.size());
    BoolMatrix cells = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            switch (pattern) {
            case Pattern::self: cells(i, j) = i == j; break;
            case Pattern::previous: cells(i, j) = j + 1 == i; break;
            case Pattern::sink: cells(i, j) = j == 0 && i > 0; break;
            case Pattern::block: cells(i, j) = groups[i] == groups[j]; break;
            case Pattern::induction: cells(i, j) = j > 0 && j <= i && tokens[j - 1] == tokens[i]; break;
            }
        }
    }
    return cells;
}

/// How much of a row's weight falls on some cells, on average over the rows that have such cells.
///
/// \param weights  shape (n, n)
/// \param cells    shape (n, n)
/// \return         between 0 and 1; 0 where no row has such cells
inline double weight_on(const BoolMatrix& cells, const Matrix& weights)
{
    double total = 0.0;
    double rows = 0.0;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double in_row = 0.0;
        bool has_cells = false;
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            if (!cells(i, j)) continue;
            has_cells = true;
            in_row += weights(i, j);
        }
        if (!has_cells) continue;
        total += in_row;
        rows += 1.0;
    }
    return rows == 0.0 ? 0.0 : total / rows;
}

/// What weights spread evenly would put on the cells of a shape: what a score must beat to mean anything.
inline double weight_by_chance(const BoolMatrix& cells)
{
    const Matrix even = xt::ones<double>(cells.shape()) / static_cast<double>(cells.shape(1));
    return weight_on(cells, even);
}

/// Which of the five shapes some weights have.
///
/// A shape counts where it holds most of the weight, more than 0.6, and where that is not what even weights would give it.
/// Of those that count the one furthest above chance wins: weights on the diagonal also lie inside blocks.
///
/// \param weights  shape (n, n)
/// \param tokens   what stands at each of the n positions
/// \param groups   which group each position belongs to
/// \return         the shape, or nothing
inline std::optional<Pattern> recognise(const Matrix& weights, const std::vector<int>& tokens,
                                        const std::vector<int>& groups)
{
    std::optional<Pattern> best;
    double best_above_chance = 0.3;
    for (std::size_t p = 0; p < pattern_names.size(); ++p) {
        const auto pattern = static_cast<Pattern>(p);
        const BoolMatrix cells = cells_of(pattern, tokens, groups);
        const double share = weight_on(cells, weights);
        const double above_chance = share - weight_by_chance(cells);
        if (share > 0.6 && above_chance > best_above_chance) {
            best = pattern;
            best_above_chance = above_chance;
        }
    }
    return best;
}

}  // namespace attention
