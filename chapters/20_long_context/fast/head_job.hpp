/// \file
/// Chapter 20: one head to attend, with everything that is asked of it. Scores of a strip have a row for each key.
#pragma once

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/troubled_values.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
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
    Troubled troubled;           ///< the values that are not all numbers

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
        if (options.change) change_strip(S, i, rows, j);
        for (std::size_t r = 0; r < rows && seen_by(i + r) < j + S.rows; ++r) {
            for (std::size_t key = std::max(j, seen_by(i + r)) - j; key < S.rows; ++key) S.row(key)[r] = hidden;
        }
    }

    /// What `options.change` wants: the scores of a query side by side.
    ///
    /// \param S     scores, shape (keys, at least `rows`); changed
    /// \param i     the first query
    /// \param rows  how many
    /// \param j     the first key
    void change_strip(common::Tile<Real> S, std::size_t i, std::size_t rows, std::size_t j) const
    {
        std::vector<Real> row(S.rows);
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t key = 0; key < S.rows; ++key) row[key] = S.row(key)[r];
            options.change(i + r, j, row.data(), S.rows);
            for (std::size_t key = 0; key < S.rows; ++key) S.row(key)[r] = row[key];
        }
    }
};

}  // namespace attention
