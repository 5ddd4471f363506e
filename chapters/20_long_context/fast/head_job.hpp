/// \file
/// Chapter 20: one head to attend, with everything that is asked of it. Scores of a strip have a row for each key.
#pragma once

#include "20_long_context/blocks/finite_blocks.hpp"
#include "20_long_context/blocks/options.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace attention
{

/// Queries, keys and values of one head, where its output goes, and what is asked for.
template <typename Real>
struct HeadJob {
    common::Tile<const Real> Q;  ///< shape (n, d_k)
    common::Tile<const Real> K;  ///< shape (m, d_k)
    common::Tile<const Real> V;  ///< shape (m, d_v)
    common::Tile<Real> O;        ///< shape (n, d_v)
    LongOptions<Real> options;   ///< scale, causal mask, changes of scores
    std::vector<bool> finite;    ///< for each `finite_size` values whether they are all numbers

    static constexpr std::size_t finite_size = 64;                          ///< values of such a block
    static constexpr Real hidden = -std::numeric_limits<Real>::infinity();  ///< the score of a key that is not seen

    /// What scores are multiplied by.
    Real scale() const { return scale_of(options, Q.columns); }

    /// How many keys a query may see; they are the first ones.
    std::size_t seen_by(std::size_t i) const { return visible_keys(i, Q.rows, K.rows, options.causal); }

    /// Change the scores of a query where `options` asks for it, and hide the keys that come after it.
    ///
    /// \param i       the query
    /// \param j       the first key
    /// \param scores  of some keys from that one on; changed
    /// \param keys    how many
    void hide_and_change_row(std::size_t i, std::size_t j, Real* scores, std::size_t keys) const
    {
        if (options.change) options.change(i, j, scores, keys);
        const std::size_t shown = std::min(keys, std::max(j, seen_by(i)) - j);
        std::fill(scores + shown, scores + keys, hidden);
    }

    /// The same for a strip.
    ///
    /// \param S     scores, shape (keys, at least `rows`); changed
    /// \param i     the first query
    /// \param rows  how many
    /// \param j     the first key
    void hide_and_change(common::Tile<Real> S, std::size_t i, std::size_t rows, std::size_t j) const
    {
        if (!options.change && seen_by(i) >= j + S.rows) return;
        std::vector<Real> row(S.rows);
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t key = 0; key < S.rows; ++key) row[key] = S.row(key)[r];
            hide_and_change_row(i + r, j, row.data(), S.rows);
            for (std::size_t key = 0; key < S.rows; ++key) S.row(key)[r] = row[key];
        }
    }

    /// Whether some values are all numbers.
    bool all_numbers(std::size_t j, std::size_t keys) const
    {
        const auto first = finite.begin() + static_cast<std::ptrdiff_t>(j / finite_size);
        const auto end = finite.begin() + static_cast<std::ptrdiff_t>((j + keys + finite_size - 1) / finite_size);
        return std::find(first, end, false) == end;
    }
};

/// Which scores of a strip are hidden, key by key; nothing where no score is.
///
/// \param S     scores, shape (keys, at least `rows`)
/// \param rows  the queries
template <typename Real>
std::vector<bool> hidden_in_strip(common::Tile<const Real> S, std::size_t rows)
{
    std::vector<bool> hidden;
    for (std::size_t key = 0; key < S.rows; ++key) {
        for (std::size_t r = 0; r < rows; ++r) hidden.push_back(S.row(key)[r] == HeadJob<Real>::hidden);
    }
    if (std::find(hidden.begin(), hidden.end(), true) == hidden.end()) return {};
    return hidden;
}

/// output = output + weights^T V, one pair at a time: a hidden value reaches nothing, not even as 0 times NaN.
///
/// \param weights  of a strip, shape (keys, at least the rows of the output)
/// \param hidden   what `hidden_in_strip` said of their scores
/// \param V        the values of these keys, shape (keys, d_v)
/// \param output   shape (rows, d_v); changed
template <typename Real>
void add_visible_in_strip(common::Tile<const Real> weights, const std::vector<bool>& hidden, common::Tile<const Real> V,
                          common::Tile<Real> output)
{
    for (std::size_t key = 0; key < V.rows; ++key) {
        for (std::size_t r = 0; r < output.rows; ++r) {
            if (hidden[key * output.rows + r]) continue;
            for (std::size_t c = 0; c < V.columns; ++c) output.row(r)[c] += weights.row(key)[r] * V.row(key)[c];
        }
    }
}

}  // namespace attention
