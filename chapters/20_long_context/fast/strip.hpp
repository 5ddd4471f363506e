/// \file
/// Chapter 20: a strip of queries: side by side, a lane of a register for each, and what they know so far.
#pragma once

#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace attention
{

/// Smallest multiple of a step that is not below a size.
constexpr std::size_t rounded_up(std::size_t size, std::size_t step) { return (size + step - 1) / step * step; }

/// Queries side by side, and chapter 19's m, l and o of each. It owns nothing: a thread gives it room, again and again.
template <typename Real>
struct Strip {
    Real* queries = nullptr;    ///< coordinate by coordinate, shape (d_k, columns)
    Real* maximum = nullptr;    ///< m, shape (columns)
    Real* sum = nullptr;        ///< l, shape (columns)
    common::Tile<Real> output;  ///< o, shape (columns, d_v up to whole panels)

    /// Numbers that a strip needs.
    ///
    /// \param columns  its queries
    /// \param d_k      the size of a query
    /// \param width    the size of an output, padded
    static std::size_t size(std::size_t columns, std::size_t d_k, std::size_t width)
    {
        return columns * (d_k + 2 + width);
    }

    /// A strip in some room, of `size` numbers.
    Strip(Real* room, std::size_t columns, std::size_t d_k, std::size_t width)
        : queries(room), maximum(room + columns * d_k), sum(maximum + columns),
          output{sum + columns, columns, width, width}
    {
    }

    /// Take in new queries, which have seen nothing yet. Their coordinates are scaled: so no score overflows that need not.
    ///
    /// \param Q        the queries, at most `columns`, shape (rows, d_k); those that are missing are 0
    /// \param scale    of their scores
    /// \param kernels  the inner loops
    void begin(common::Tile<const Real> Q, Real scale, const TileKernels<Real>& kernels)
    {
        const std::size_t columns = output.rows;
        kernels.lay_across(Q, scale, queries);
        std::fill_n(maximum, columns, -std::numeric_limits<Real>::infinity());
        std::fill_n(sum, columns, Real{0});
        std::fill_n(output.data, columns * output.columns, Real{0});
    }

    /// The outputs, o / l; 0 for a query that has seen nothing.
    ///
    /// \param O  where they go, shape (rows, d_v)
    void finish(common::Tile<Real> O) const
    {
        for (std::size_t i = 0; i < O.rows; ++i) {
            const Real factor = sum[i] == Real{0} ? Real{0} : 1 / sum[i];
            for (std::size_t c = 0; c < O.columns; ++c) O.row(i)[c] = factor * output.row(i)[c];
        }
    }
};

}  // namespace attention
