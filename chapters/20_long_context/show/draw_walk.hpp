/// \file
/// Chapter 20: the walk over the blocks of a causal triangle, drawn; nothing to learn here.
#pragma once

#include "20_long_context/blocks/options.hpp"

#include "12_masks/masks.hpp"

#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace attention::show
{

/// The drawing of a few queries over as many keys, in blocks.
class WalkDrawing
{
public:
    /// \param n        queries, and keys
    /// \param queries  of a block; divides n
    /// \param keys     of a block; divides n
    WalkDrawing(std::size_t n, std::size_t queries, std::size_t keys)
        : n_(n), queries_(queries), keys_(keys),
          svg_(left + pixels(n, cell) + pixels(n / keys, gap) + 8, top + pixels(n, cell) + 214,
               "The walk over blocks of scores, causal", description)
    {
        svg_.paragraph(20, 28, 420, "Each row of blocks is walked from left to right, carrying m, l, o", "ink", 15);
        for (std::size_t j = 0; j < n; j += keys)
            svg_.text(x_of(j) + pixels(keys, cell) / 2, top - 12, fmt::format("keys {}-{}", j, j + keys - 1), "key",
                      common::Anchor::middle);
        for (std::size_t i = 0; i < n; i += queries) draw_row(i);
        draw_legend();
    }

    std::string document() const { return svg_.document(); }  ///< the picture

private:
    static constexpr double left = 100;
    static constexpr double top = 90;
    static constexpr double cell = 18;
    static constexpr double gap = 46;      // between blocks of keys: room for the arrow
    static constexpr double row_gap = 12;  // between blocks of queries
    static constexpr auto description =
        "Twelve queries in four rows of blocks, twelve keys in three columns. The first row has one block, the second two, "
        "the third and fourth have three; the rest of the triangle is never made. In blocks on the diagonal some cells are "
        "hatched: made, but hidden; no block is made further than its last query sees. An arrow labelled m, l, o leads from "
        "each block to the next, and an arrow labelled o / l leads out of the last.";

    static double pixels(std::size_t count, double each) { return static_cast<double>(count) * each; }
    double x_of(std::size_t j) const { return left + pixels(j, cell) + pixels(j / keys_, gap); }
    double y_of(std::size_t i) const { return top + pixels(i, cell) + pixels(i / queries_, row_gap); }

    void draw_row(std::size_t i)
    {
        const double middle = y_of(i) + pixels(queries_, cell) / 2;
        svg_.text(left - 14, middle + 5, fmt::format("queries {}-{}", i, i + queries_ - 1), "query",
                  common::Anchor::end);
        const std::size_t visible = visible_keys(i + queries_ - 1, n_, n_, Alignment::top_left);
        for (std::size_t j = 0; j < n_; j += keys_) {
            const double right = x_of(j) + pixels(keys_, cell);
            svg_.box(x_of(j), y_of(i), pixels(keys_, cell), pixels(queries_, cell), "grid");
            if (j >= visible) continue;
            const std::size_t made = std::min(keys_, visible - j);  // the last block of a row may be cut short
            svg_.box(x_of(j), y_of(i), pixels(made, cell), pixels(queries_, cell), "ink");
            for (std::size_t r = i; r < i + queries_; ++r) draw_cells(r, j, j + made);
            const bool last = j + keys_ >= visible;
            svg_.arrow(right + 3, middle, right + gap - 3, middle, last ? "series-2" : "ink");
            svg_.text(right + gap / 2, middle - 9, last ? "o / l" : "m, l, o", last ? "series-2 strong" : "ink",
                      common::Anchor::middle);
        }
    }

    /// The scores of query r for the keys from j to before `end`: seen, or made and hidden.
    void draw_cells(std::size_t r, std::size_t j, std::size_t end)
    {
        const std::size_t shown = visible_keys(r, n_, n_, Alignment::top_left);
        for (std::size_t c = j; c < end; ++c) {
            const double x = x_of(j) + pixels(c - j, cell) + 1;
            if (c < shown)
                svg_.rectangle(x, y_of(r) + 1, cell - 2, cell - 2, "accent", 0.55);
            else
                svg_.hatching(x, y_of(r) + 1, cell - 2, cell - 2);
        }
    }

    void draw_legend()
    {
        constexpr double at = 24;
        double y = y_of(n_ - 1) + cell + 36;
        const auto line = [&](const char* text) { y = svg_.paragraph(at + 34, y, 376, text) + 24; };
        svg_.rectangle(at, y - 14, cell, cell, "accent", 0.55);
        line("a score that counts");
        svg_.hatching(at, y - 14, cell, cell);
        line("made with its block, then hidden: its score becomes -infinity");
        svg_.box(at, y - 14, cell, cell, "grid");
        line("never made: no query of this row may see any of these keys");
        svg_.arrow(at - 4, y - 5, at + 24, y - 5, "series-2");
        line("after the last block: o / l is the output");
    }

    std::size_t n_;
    std::size_t queries_;
    std::size_t keys_;
    common::Svg svg_;
};

}  // namespace attention::show
